package shop.emporium.ejb.payment;

import java.util.UUID;
import org.joda.money.Money;

/**
 * Money to be given back at a provider.
 *
 * @param reference what the provider is told, so that it gives back once
 */
public record Repayment(PaymentRecord payment, UUID reference, Money amount) {}
