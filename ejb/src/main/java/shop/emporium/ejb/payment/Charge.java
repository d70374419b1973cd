package shop.emporium.ejb.payment;

import java.net.URI;
import java.util.Optional;

/**
 * Money to be asked for.
 *
 * @param token what the provider gave the buyer for his card; empty where he pays on the provider's
 *     own page
 * @param back where the provider sends the buyer afterwards
 */
public record Charge(PaymentRecord payment, Optional<String> token, URI back) {}
