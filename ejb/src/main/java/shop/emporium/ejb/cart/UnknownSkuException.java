package shop.emporium.ejb.cart;

import jakarta.ejb.ApplicationException;

/** The shop sells no such variant, or the cart does not hold it. */
@ApplicationException(rollback = true)
public class UnknownSkuException extends RuntimeException {

  public UnknownSkuException(String sku) {
    super("No such article: " + sku);
  }
}
