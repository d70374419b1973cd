package shop.emporium.ejb.checkout;

import shop.emporium.domain.checkout.CouponFault;

/**
 * What became of a code that somebody typed.
 *
 * @param fault why it is not taken, or null
 */
public record CouponAnswer(Kind kind, CouponFault fault) {

  /** What it is, or why it is none. */
  public enum Kind {
    /** A coupon, which counts from now on. */
    COUPON,
    /** A gift card, which will pay. */
    GIFT_CARD,
    /** A coupon that cannot be used. */
    REFUSED,
    /** A gift card with nothing on it, blocked, or over. */
    SPENT,
    /** There are as many gift cards as an order may have. */
    TOO_MANY,
    /** There is nothing in the cart, or it is being paid for. */
    NOT_NOW
  }

  static CouponAnswer of(Kind kind) {
    return new CouponAnswer(kind, null);
  }

  static CouponAnswer refused(CouponFault fault) {
    return new CouponAnswer(Kind.REFUSED, fault);
  }

  /** Whether nobody has such a code. */
  public boolean isUnknown() {
    return fault == CouponFault.UNKNOWN;
  }

  /** Whether the code counts from now on. */
  public boolean isTaken() {
    return kind == Kind.COUPON || kind == Kind.GIFT_CARD;
  }
}
