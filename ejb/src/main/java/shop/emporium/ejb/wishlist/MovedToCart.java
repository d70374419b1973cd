package shop.emporium.ejb.wishlist;

import java.util.List;

/**
 * What became of wishes that were to go into the cart.
 *
 * @param moved SKUs of what is in the cart now and no wish any more
 * @param kept what could not be moved and stays a wish, with the reason
 */
public record MovedToCart(List<String> moved, List<Kept> kept) {

  /** A wish that stayed where it was. */
  public record Kept(String sku, String name, Reason reason) {}

  /** Why a wish stayed. */
  public enum Reason {
    /** Nothing is left of it at the moment. */
    SOLD_OUT,
    /** The shop sells it no longer. */
    NOT_SOLD,
    /** The cart holds as many different things as fit. */
    CART_FULL
  }
}
