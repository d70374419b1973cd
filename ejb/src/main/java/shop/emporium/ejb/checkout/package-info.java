/**
 * The way from a cart to an order.
 *
 * <p>One transaction places an order: it locks the cart, reads it, works out what it costs, counts
 * coupon and gift cards, moves the pieces, and writes the order and the payment that is to follow.
 * All is checked before anything is written, so a refusal leaves nothing behind but the answer that
 * the same call gets again.
 */
package shop.emporium.ejb.checkout;
