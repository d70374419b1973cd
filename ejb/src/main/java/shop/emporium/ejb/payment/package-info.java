/**
 * What is noted of payments, before and after a provider is asked.
 *
 * <p>Nothing here waits for a provider: a payment is written before it is asked, and what it says
 * is noted in a transaction of its own, by whoever hears of it first.
 */
package shop.emporium.ejb.payment;
