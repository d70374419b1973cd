package shop.emporium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Supplier;
import shop.emporium.ejb.review.ReviewException;
import shop.emporium.web.customer.AccountForms;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;

/** The forms of pages about reviews: says in a page's words why something cannot be done. */
@RequestScoped
public class ReviewForms {

  @Inject private AccountForms accounts;
  @Inject private PageForm form;

  /**
   * Does what a form is for, if it was sent.
   *
   * @param action returns where to go on, a path without language
   */
  void on(String name, Supplier<String> action) {
    accounts.on(
        name,
        "",
        () -> {
          try {
            return action.get();
          } catch (ReviewException refused) {
            form.refuse(
                Fault.of("review." + refused.getFault().name().toLowerCase(Locale.ROOT), null));
            return null;
          }
        });
  }
}
