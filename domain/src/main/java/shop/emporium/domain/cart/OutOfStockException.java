package shop.emporium.domain.cart;

/** Nothing of a variant is left to put into a cart. */
public class OutOfStockException extends RuntimeException {

  private final String sku;

  public OutOfStockException(String sku) {
    super("Sold out: " + sku);
    this.sku = sku;
  }

  /** Which variant is sold out. */
  public String getSku() {
    return sku;
  }
}
