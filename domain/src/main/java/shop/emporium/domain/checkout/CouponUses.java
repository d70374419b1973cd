package shop.emporium.domain.checkout;

/**
 * How often a coupon was used, counted while nobody else can use it.
 *
 * @param byAll in all
 * @param byBuyer by who wants to use it now
 */
public record CouponUses(int byAll, int byBuyer) {

  /** Never. */
  public static final CouponUses NONE = new CouponUses(0, 0);
}
