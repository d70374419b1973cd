package shop.emporium.ejb.customer;

import java.time.Instant;
import shop.emporium.domain.customer.SignIn;

/**
 * One of the browsers with which a customer is signed in.
 *
 * @param agent what the browser calls itself
 * @param address from which network address it began
 * @param isRemembered whether it stays signed in after its session
 */
public record SignInView(
    long id,
    Instant createdAt,
    Instant lastSeenAt,
    String agent,
    String address,
    boolean isRemembered) {

  static SignInView of(SignIn signIn) {
    return new SignInView(
        signIn.getId(),
        signIn.getCreatedAt(),
        signIn.getLastSeenAt(),
        signIn.getAgent(),
        signIn.getAddress(),
        signIn.isRemembered());
  }
}
