package shop.emporium.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Supplier;
import shop.emporium.ejb.chat.TicketException;
import shop.emporium.web.customer.AccountForms;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;

/** The forms of contact page and tickets: says in a page's words why something cannot be done. */
@RequestScoped
public class SupportForms {

  /** A field that people do not see: what fills it in is a program. */
  static final String TRAP = "website";

  @Inject private AccountForms accounts;
  @Inject private PageForm form;

  /**
   * Does what a form is for, if it was sent.
   *
   * @param action returns where to go on, a path without language
   */
  void on(String name, Supplier<String> action) {
    accounts.on(name, "", () -> guarded(action));
  }

  private String guarded(Supplier<String> action) {
    // Said openly: a browser may have filled it in for somebody.
    if (!form.typed(TRAP).isEmpty()) {
      form.refuse(Fault.of("support-trap", null));
      return null;
    }
    try {
      return action.get();
    } catch (TicketException refused) {
      form.refuse(Fault.of("ticket-" + refused.getFault().name().toLowerCase(Locale.ROOT), null));
      return null;
    }
  }
}
