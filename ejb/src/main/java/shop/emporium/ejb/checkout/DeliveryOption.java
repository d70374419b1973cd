package shop.emporium.ejb.checkout;

import org.joda.money.Money;
import shop.emporium.domain.shared.DeliveryEstimate;

/**
 * A way in which the goods can be sent.
 *
 * @param name in the language asked for
 * @param price for what is in the cart, 0 with a coupon for it
 */
public record DeliveryOption(String code, String name, Money price, DeliveryEstimate arrival) {}
