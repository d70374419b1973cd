package shop.emporium.ejb.payment;

import java.util.UUID;

/**
 * What a provider told by itself, with a signature that was checked.
 *
 * @param id the provider's own number of it, by which it is known when it comes again
 * @param kind what the provider calls what happened
 * @param reference of the payment
 */
public record PaymentNotice(String id, String kind, UUID reference, GatewayAnswer answer) {}
