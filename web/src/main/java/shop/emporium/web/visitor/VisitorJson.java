package shop.emporium.web.visitor;

import java.util.Optional;
import shop.emporium.ejb.customer.SignedIn;

/**
 * The visitor.
 *
 * @param name what the customer wants to be called; not there for a guest
 * @param cartCount pieces in the cart
 * @param wishCount different articles that the customer wishes for; 0 for a guest
 * @param chat the customer's conversation that goes on; 0 where there is none, and for a guest
 */
public record VisitorJson(boolean signedIn, String name, int cartCount, int wishCount, long chat) {

  static VisitorJson of(Optional<SignedIn> person, int cartCount, int wishCount, long chat) {
    return new VisitorJson(
        person.isPresent(), person.map(SignedIn::name).orElse(null), cartCount, wishCount, chat);
  }
}
