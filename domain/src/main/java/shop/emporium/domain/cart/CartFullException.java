package shop.emporium.domain.cart;

/** A cart, or what is saved for later in it, has as many different lines as it may have. */
public class CartFullException extends RuntimeException {

  private final boolean ofSaved;

  private CartFullException(String message, boolean ofSaved) {
    super(message);
    this.ofSaved = ofSaved;
  }

  static CartFullException ofLines() {
    return new CartFullException(
        "A cart holds at most " + Cart.MAX_LINES + " different products", false);
  }

  static CartFullException ofSaved() {
    return new CartFullException(
        "At most " + Cart.MAX_SAVED + " different products are saved for later", true);
  }

  /** Whether it is the place for what is saved that is full, not the cart itself. */
  public boolean isOfSaved() {
    return ofSaved;
  }
}
