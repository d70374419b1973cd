package shop.emporium.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.customer.CurrentCustomer;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** Lets people who work here pass, and nobody else. */
@RequestScoped
class StaffOnly {

  private static final Set<String> STAFF = Set.of("agent", "admin");

  @Inject private CurrentCustomer current;

  /**
   * Who works here.
   *
   * @throws ProblemException when nobody is signed in, or somebody who does not work here
   */
  Actor require() {
    SignedIn person = current.require();
    if (!STAFF.contains(person.group())) {
      throw new ProblemException(
          Problem.of(
              403,
              "staff-only",
              "For people who work here",
              "Sign in as an agent or an administrator."));
    }
    return Actor.staff(person.customer());
  }

  /** The number of an order that somebody names. */
  static OrderNumber number(String typed) {
    return OrderNumber.parse(typed).orElseThrow(StaffOnly::unknown);
  }

  static ProblemException unknown() {
    return new ProblemException(Problem.notFound("There is no such order."));
  }
}
