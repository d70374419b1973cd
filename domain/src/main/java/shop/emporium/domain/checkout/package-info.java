/**
 * What an order would cost and why: lines, coupon, delivery, tax, gift cards. And who may place it:
 * addresses that a parcel finds, keys that tell a repeated call.
 *
 * <p>All amounts are exact. Whatever is divided among lines is divided so that the parts are the
 * whole again, so a sum never differs from its lines by a cent.
 */
package shop.emporium.domain.checkout;
