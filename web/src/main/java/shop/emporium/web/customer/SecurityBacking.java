package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import shop.emporium.domain.customer.PasswordRules;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.Profile;
import shop.emporium.ejb.customer.SignInService;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.PageForm;

/** Password, address of e-mail, and where a customer is signed in. */
@Named("security")
@RequestScoped
public class SecurityBacking {

  @Inject private AccountService accounts;
  @Inject private SignInService signIns;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;
  @Inject private PageForm form;

  private Profile profile;
  private List<SignInLine> lines;

  public void load() {
    SignedIn person = current.require();
    forms.on("password", "wanted", () -> changePassword(person));
    forms.on("email", "password", () -> move(person));
    forms.on("end", "", () -> end(person));
    forms.on("others", "", () -> endOthers(person));
    profile = accounts.profile(person.customer());
    lines =
        signIns.list(person.customer()).stream()
            .map(signIn -> SignInLine.of(signIn, person.signIn(), Faces.getLocale()))
            .toList();
  }

  private String changePassword(SignedIn person) {
    accounts.changePassword(person, form.typed("present"), form.typed("wanted"), current.caller());
    return "/account/security?done=password-changed";
  }

  private String move(SignedIn person) {
    accounts.requestMove(
        person.customer(),
        form.typed("newEmail").strip(),
        form.typed("password"),
        current.caller());
    return "/account/security?done=email-sent";
  }

  private String end(SignedIn person) {
    signIns.revoke(person.customer(), form.number("id"));
    return "/account/security?done=sign-in-ended";
  }

  private String endOthers(SignedIn person) {
    signIns.revokeOthers(person);
    return "/account/security?done=others-ended";
  }

  public Profile getProfile() {
    return profile;
  }

  /** The browsers that are signed in, the one used last first. */
  public List<SignInLine> getLines() {
    return lines;
  }

  /** The fewest characters of a password. */
  public int getLeast() {
    return PasswordRules.MIN_LENGTH;
  }
}
