package shop.emporium.ejb.order;

import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;

/**
 * The provider has given money of an order back. To be fired in the transaction that notes it.
 *
 * @param refund by which it was asked for
 */
public record MoneyReturned(OrderNumber number, long refund, Money amount) {}
