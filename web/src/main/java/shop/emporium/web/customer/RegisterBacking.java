package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import shop.emporium.domain.customer.PasswordRules;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.NewCustomer;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;

/**
 * Opens accounts. Nobody is signed in by it: whoever registers an address that has an account sees
 * the same as everybody else, and only the mailbox tells the two apart.
 */
@Named("register")
@RequestScoped
public class RegisterBacking {

  @Inject private AccountService accounts;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;
  @Inject private PageForm form;
  @Inject private PageLanguage language;

  public void load() {
    forms.on("register", "password", this::register);
  }

  private String register() {
    accounts.register(
        new NewCustomer(
            form.typed("email").strip(),
            form.typed("password"),
            form.typed("name").strip(),
            language.getCode()),
        current.caller());
    return "/register?sent=1";
  }

  /** Whether a mail is on its way. */
  public boolean isSent() {
    return Faces.getRequestParameter("sent") != null;
  }

  /** The fewest characters of a password. */
  public int getLeast() {
    return PasswordRules.MIN_LENGTH;
  }
}
