package shop.emporium.ejb.cart;

import java.util.Optional;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.cart.QuantityChange;

/**
 * What became of a wish to change a cart.
 *
 * @param token what a guest's browser is to keep, since it opens the cart from now on: the one that
 *     was presented, or a new one where it opened none; empty for a customer
 * @param quantity what was wanted and what was granted
 */
public record CartChange(Optional<CartToken> token, QuantityChange quantity) {

  /** Whose cart it is from now on. */
  public CartOwner ownerAfter(CartOwner before) {
    return token.isPresent() ? CartOwner.guest(token) : before;
  }
}
