package shop.emporium.ejb.payment;

import java.util.UUID;
import org.joda.money.Money;

/**
 * A payment of which the provider is to be told.
 *
 * @param reference what the provider is told with each call, so that it does nothing twice
 */
public record StartedPayment(long id, UUID reference, String provider, Money amount) {}
