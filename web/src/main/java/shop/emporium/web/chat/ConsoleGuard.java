package shop.emporium.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.customer.StaffGuard;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** Lets people who answer pass, and nobody else. */
@RequestScoped
class ConsoleGuard {

  private static final String ADMINISTRATOR = "admin";

  @Inject private CurrentCustomer current;
  @Inject private StaffGuard staff;

  /**
   * Who works here.
   *
   * @throws ProblemException when nobody is signed in, or somebody who does not work here
   */
  SignedIn require() {
    staff.require();
    return current.require();
  }

  /**
   * An administrator.
   *
   * @throws ProblemException when somebody else asks
   */
  SignedIn requireAdministrator() {
    SignedIn person = require();
    if (!isAdministrator(person)) {
      throw new ProblemException(
          Problem.of(
              403, "administrators-only", "For administrators", "Sign in as an administrator."));
    }
    return person;
  }

  static boolean isAdministrator(SignedIn person) {
    return person.group().equals(ADMINISTRATOR);
  }
}
