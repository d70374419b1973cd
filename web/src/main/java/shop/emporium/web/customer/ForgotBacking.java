package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;

/**
 * Sends a link to who forgot the password, and says the same when there is nobody to send it to.
 */
@Named("forgot")
@RequestScoped
public class ForgotBacking {

  @Inject private AccountService accounts;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;
  @Inject private PageForm form;

  public void load() {
    forms.on("forgot", "", this::send);
  }

  private String send() {
    String typed = form.typed("email").strip();
    if (EmailAddress.parse(typed).isEmpty()) {
      form.refuse(Fault.in("email", "MailAddress"));
      return null;
    }
    accounts.forgetPassword(typed, current.caller());
    return "/password/forgot?sent=1";
  }

  /** Whether a mail is on its way, if there is an account. */
  public boolean isSent() {
    return Faces.getRequestParameter("sent") != null;
  }
}
