package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import shop.emporium.domain.customer.PasswordRules;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.web.shared.PageForm;

/** Chooses another password by the link of a mail. */
@Named("reset")
@RequestScoped
public class ResetBacking {

  @Inject private AccountService accounts;
  @Inject private AccountForms forms;
  @Inject private PageForm form;
  @Inject private MailedLink link;

  public void load() {
    if (link.isUsable()) {
      forms.on("reset", "wanted", this::reset);
    }
  }

  private String reset() {
    accounts.resetPassword(link.token(), form.typed("wanted"));
    return "/login?done=password-reset";
  }

  public String getToken() {
    return link.token();
  }

  /** Whether there is a point in typing a password. */
  public boolean isUsable() {
    return link.isUsable();
  }

  /** The key of the page's heading. */
  public String getHeading() {
    return isUsable() ? "reset.title" : "reset.unusable.title";
  }

  /** The fewest characters of a password. */
  public int getLeast() {
    return PasswordRules.MIN_LENGTH;
  }
}
