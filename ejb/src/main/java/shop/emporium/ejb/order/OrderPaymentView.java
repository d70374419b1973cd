package shop.emporium.ejb.order;

import org.joda.money.Money;
import shop.emporium.domain.payment.PaymentStatus;

/**
 * How the last attempt to pay an order stands.
 *
 * @param refunding money that is asked to be given back
 */
public record OrderPaymentView(
    PaymentStatus status, Money amount, Money captured, Money refunding, Money refunded) {}
