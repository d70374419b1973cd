package shop.emporium.ejb.payment.stripe;

import com.stripe.exception.StripeException;

/** A call to Stripe. */
@FunctionalInterface
interface StripeCall<T> {

  T run() throws StripeException;
}
