package shop.emporium.domain.cart;

/** A cart has as many different lines as it may have. */
public class CartFullException extends RuntimeException {

  public CartFullException() {
    super("A cart holds at most " + Cart.MAX_LINES + " different products");
  }
}
