/**
 * Payments: what is noted of them, and the ways to those who take the money.
 *
 * <p>A payment is written before its provider is asked, and what the provider says is noted in a
 * transaction of its own, by whoever hears of it first: the buyer's call, a notice, or the look of
 * the reconciler. No transaction is open while a provider is asked.
 */
package shop.emporium.ejb.payment;
