package shop.emporium.web.visitor;

import java.util.Optional;
import shop.emporium.ejb.customer.SignedIn;

/**
 * The visitor.
 *
 * @param name what the customer wants to be called; not there for a guest
 * @param cartCount pieces in the cart
 */
public record VisitorJson(boolean signedIn, String name, int cartCount) {

  static VisitorJson of(Optional<SignedIn> person, int cartCount) {
    return new VisitorJson(person.isPresent(), person.map(SignedIn::name).orElse(null), cartCount);
  }
}
