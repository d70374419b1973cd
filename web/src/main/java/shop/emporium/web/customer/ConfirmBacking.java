package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.customer.AccountService;

/** Confirms an address of e-mail by the link of a mail. Needs no sign-in: the link is the proof. */
@Named("confirm")
@RequestScoped
public class ConfirmBacking {

  @Inject private AccountService accounts;
  @Inject private AccountForms forms;
  @Inject private MailedLink link;

  public void load() {
    if (link.isUsable()) {
      forms.on(
          "confirm",
          "",
          () -> {
            accounts.confirm(link.token());
            return "/account/confirm?confirmed=1";
          });
    }
  }

  public String getToken() {
    return link.token();
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
