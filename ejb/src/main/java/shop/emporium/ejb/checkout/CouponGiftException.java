package shop.emporium.ejb.checkout;

import jakarta.ejb.ApplicationException;

/** Somebody who works here may not give such a coupon. */
@ApplicationException(rollback = true)
public class CouponGiftException extends RuntimeException {

  private final Fault fault;

  /** Why not. */
  public enum Fault {
    /** Less or more than may be given. */
    OUT_OF_BOUNDS,
    /** So many were given today. */
    TOO_MANY
  }

  CouponGiftException(Fault fault) {
    super("No coupon is given: " + fault);
    this.fault = fault;
  }

  public Fault getFault() {
    return fault;
  }
}
