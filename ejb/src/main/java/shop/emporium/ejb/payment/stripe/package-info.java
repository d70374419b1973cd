/**
 * Payments by Stripe, through its official library. A buyer who comes with a payment method (a
 * program, or a field of Stripe's in a page) is charged by a PaymentIntent; one who comes without
 * is sent to a page of Stripe's (Checkout Session).
 *
 * <p>The reference of a payment is Stripe's idempotency key, and stands in the metadata of all that
 * is made for it, so that a payment is found again even if no answer ever came.
 */
package shop.emporium.ejb.payment.stripe;
