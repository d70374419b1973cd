package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Supplier;
import shop.emporium.ejb.wishlist.WishlistException;
import shop.emporium.web.customer.AccountForms;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;

/**
 * The forms of pages about wishes: says in a page's words why something cannot be done, as {@link
 * WishlistProblemMapper} says it to programs.
 */
@RequestScoped
class WishForms {

  @Inject private AccountForms forms;
  @Inject private PageForm form;

  /**
   * Does what a form is for, if it was sent.
   *
   * @param action returns where to go on, a path without language
   */
  void on(String name, Supplier<String> action) {
    forms.on(
        name,
        "",
        () -> {
          try {
            return action.get();
          } catch (WishlistException refused) {
            form.refuse(
                Fault.of("wish." + refused.getFault().name().toLowerCase(Locale.ROOT), null));
            return null;
          }
        });
  }
}
