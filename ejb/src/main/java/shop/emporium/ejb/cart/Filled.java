package shop.emporium.ejb.cart;

import java.util.Map;
import java.util.Optional;
import shop.emporium.domain.cart.CartToken;

/**
 * What became of a wish to put several things into a cart.
 *
 * @param token what opens a guest's cart from now on; empty for a customer, and where no cart was
 *     made since nothing could be had
 * @param outcomes by SKU
 */
public record Filled(Optional<CartToken> token, Map<String, Outcome> outcomes) {

  /** What became of one of them. */
  public enum Outcome {
    /** As many as were wanted are in the cart. */
    ADDED,
    /** Some are in the cart: no more are left, or a line holds no more. */
    FEWER,
    /** The shop does not sell it. */
    NOT_SOLD,
    /** Nothing is left of it. */
    SOLD_OUT,
    /** The cart holds too many other things. */
    CART_FULL;

    /** Whether pieces of it are in the cart now. */
    public boolean isAdded() {
      return this == ADDED || this == FEWER;
    }
  }
}
