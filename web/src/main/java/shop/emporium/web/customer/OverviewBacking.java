package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import shop.emporium.ejb.customer.AccountService;
import shop.emporium.ejb.customer.Profile;

/** The first page of an account. */
@Named("overview")
@RequestScoped
public class OverviewBacking {

  @Inject private AccountService accounts;
  @Inject private CurrentCustomer current;
  @Inject private AccountForms forms;

  private Profile profile;

  public void load() {
    long customer = current.require().customer();
    forms.on(
        "again",
        "",
        () -> {
          accounts.requestConfirmation(customer, current.caller());
          return "/account?done=confirmation-sent";
        });
    profile = accounts.profile(customer);
  }

  public Profile getProfile() {
    return profile;
  }
}
