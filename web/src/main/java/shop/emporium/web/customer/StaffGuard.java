package shop.emporium.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.customer.SignedIn;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** Stands before what is for people who work here: agents and administrators. */
@Named("staff")
@RequestScoped
public class StaffGuard {

  private static final Set<String> STAFF = Set.of("agent", "admin");

  @Inject private CurrentCustomer current;
  @Inject private SignInGuard guard;
  @Inject private PageCache cache;

  /** Lets them see a page; others sign in first, and for customers there is no such page. */
  public void enter() {
    guard.require();
    if (current.find().filter(person -> !works(person)).isPresent()) {
      cache.notFound();
    }
  }

  /** Whether who is signed in works here. */
  public boolean isHere() {
    return current.find().filter(StaffGuard::works).isPresent();
  }

  /**
   * Who works here, for programs.
   *
   * @throws ProblemException when nobody is signed in, or somebody who does not work here
   */
  public Actor require() {
    SignedIn person = current.require();
    if (!works(person)) {
      throw new ProblemException(
          Problem.of(
              403,
              "staff-only",
              "For people who work here",
              "Sign in as an agent or an administrator."));
    }
    return Actor.staff(person.customer());
  }

  private static boolean works(SignedIn person) {
    return STAFF.contains(person.group());
  }
}
