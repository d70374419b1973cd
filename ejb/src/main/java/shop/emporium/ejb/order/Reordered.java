package shop.emporium.ejb.order;

import java.util.List;
import java.util.Optional;
import shop.emporium.domain.cart.CartToken;

/**
 * What became of the wish to order the same again.
 *
 * @param token what opens the cart of a guest who had none before
 * @param added SKUs that are in the cart now
 * @param missing what is not, or not in full
 */
public record Reordered(Optional<CartToken> token, List<String> added, List<Missing> missing) {

  /** Why something is not in the cart as it was ordered. */
  public enum Reason {
    NOT_SOLD,
    SOLD_OUT,
    FEWER,
    CART_FULL
  }

  /** A line that cannot be had as it was. */
  public record Missing(String sku, String name, Reason reason) {}
}
