package shop.emporium.web.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import shop.emporium.ejb.customer.SignInView;

/**
 * One of the browsers with which a customer is signed in.
 *
 * @param agent what the browser calls itself
 * @param address the network address from which it began
 * @param remembered whether it stays signed in after its session
 * @param current whether it is the one that is asking
 */
public record SignInJson(
    long id,
    Instant createdAt,
    Instant lastSeenAt,
    String agent,
    String address,
    boolean remembered,
    boolean current) {

  static SignInJson of(SignInView signIn, long current) {
    return new SignInJson(
        signIn.id(),
        signIn.createdAt().truncatedTo(ChronoUnit.SECONDS),
        signIn.lastSeenAt().truncatedTo(ChronoUnit.SECONDS),
        signIn.agent(),
        signIn.address(),
        signIn.isRemembered(),
        signIn.id() == current);
  }
}
