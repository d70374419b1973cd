package shop.emporium.ejb.checkout;

import java.time.Instant;

/**
 * A coupon that was given to somebody.
 *
 * @param until first moment at which it is not good any more
 */
public record GiftedCoupon(String code, Instant until) {}
