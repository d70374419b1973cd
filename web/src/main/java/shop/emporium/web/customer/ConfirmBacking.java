package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.web.shared.PageForm;

/**
 * Confirms an address of e-mail by the link of a mail. The link proves the address; that of a new
 * account wants a proof that the account is the reader's, too.
 */
@Named("confirm")
@RequestScoped
public class ConfirmBacking {

  @Inject private AccountService accounts;
  @Inject private AccountForms forms;
  @Inject private CurrentCustomer current;
  @Inject private MailedLink link;
  @Inject private PageForm form;

  /** Null until it was asked for. */
  private Boolean isPasswordWanted;

  public void load() {
    if (link.isUsable()) {
      forms.on(
          "confirm",
          "password",
          () -> {
            accounts.confirm(
                link.token(), current.find(), form.typed("password"), current.caller());
            return "/account/confirm?confirmed=1";
          });
    }
  }

  public String getToken() {
    return link.token();
  }

  public boolean isPasswordWanted() {
    if (isPasswordWanted == null) {
      isPasswordWanted = accounts.isPasswordWanted(link.token(), current.find());
    }
    return isPasswordWanted;
  }

  /** What there is to show: {@code ask}, {@code done}, {@code taken} or {@code unusable}. */
  public String getState() {
    if (link.isUsable()) {
      return "ask";
    }
    if (link.isRefusedAs("email-taken")) {
      return "taken";
    }
    boolean isDone = link.token().isEmpty() && Faces.getRequestParameter("confirmed") != null;
    return isDone ? "done" : "unusable";
  }

  /** The key of the page's heading. */
  public String getHeading() {
    return switch (getState()) {
      case "ask" -> "confirm.title";
      case "done" -> "confirm.done.title";
      case "taken" -> "confirm.taken.title";
      default -> "confirm.unusable.title";
    };
  }
}
