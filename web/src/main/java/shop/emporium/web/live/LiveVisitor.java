package shop.emporium.web.live;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.SignedIn;

/**
 * Who listens at a socket, as the cookies of its handshake said. A principal, since that is the one
 * thing that a container hands from a handshake to its socket without mixing up two at once.
 *
 * @param person empty for a guest
 * @param token opens a guest's cart; empty without one
 * @param address from which network address
 * @param language of the page
 */
record LiveVisitor(
    Optional<SignedIn> person, Optional<CartToken> token, String address, Locale language)
    implements Principal {

  @Override
  public String getName() {
    return person.map(one -> String.valueOf(one.customer())).orElse("guest");
  }

  /** Which addresses count as one with this. */
  String network() {
    return Caller.of(address, "").network();
  }

  Optional<Long> signIn() {
    return person.map(SignedIn::signIn);
  }

  Optional<Long> customer() {
    return person.map(SignedIn::customer);
  }
}
