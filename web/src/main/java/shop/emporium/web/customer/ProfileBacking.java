package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.customer.Profile;
import shop.emporium.ejb.customer.ProfileChange;
import shop.emporium.web.shared.Choice;
import shop.emporium.web.shared.Fault;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.PageText;

/** What an account says of its owner, and the end of it. */
@Named("profile")
@RequestScoped
public class ProfileBacking {

  @Inject private AccountService accounts;
  @Inject private PrivacyService privacy;
  @Inject private SignInFlow flow;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;
  @Inject private PageForm form;

  private Profile view;

  public void load() {
    long customer = current.require().customer();
    view = accounts.profile(customer);
    forms.on("profile", "", () -> change(customer));
    forms.on("erase", "password", () -> erase(customer));
  }

  private String change(long customer) {
    accounts.changeProfile(
        customer, new ProfileChange(form.typed("name").strip(), form.typed("language")));
    return "/account/profile?done=saved";
  }

  private String erase(long customer) {
    if (!form.ticked("erase", "understood", false)) {
      form.refuse(Fault.in("understood", "understood"));
      return null;
    }
    accounts.requirePassword(customer, form.typed("password"), current.caller());
    privacy.erase(customer);
    flow.signOut(Faces.getRequest(), Faces.getResponse());
    return "/login?done=erased";
  }

  public Profile getView() {
    return view;
  }

  /** The languages of mails. */
  public List<Choice> getLanguages() {
    return PageLanguage.ALL.stream()
        .map(code -> new Choice(code, PageText.of("language." + code, Faces.getLocale())))
        .toList();
  }
}
