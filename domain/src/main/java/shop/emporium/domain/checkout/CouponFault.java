package shop.emporium.domain.checkout;

/** Why a coupon cannot be used. */
public enum CouponFault {
  /** There is none of this code, or it was withdrawn. */
  UNKNOWN,
  /** It begins later. */
  NOT_YET,
  /** It is over. */
  OVER,
  /** All of its uses are gone. */
  USED_UP,
  /** This person has used it as often as one person may. */
  USED_BY_YOU,
  /** Nothing in the cart is what it is for. */
  NOT_FOR_THESE,
  /** What it is for is not worth as much as it wants. */
  BELOW_MINIMUM
}
