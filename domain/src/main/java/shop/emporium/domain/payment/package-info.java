/**
 * Money on its way: the life of a payment, what a provider says of it, and what follows from that.
 *
 * <p>A provider may answer late, twice, out of order or never. So nothing here follows from when it
 * answers, only from what is so: how the order and the payment stand, and what the provider says.
 */
package shop.emporium.domain.payment;
