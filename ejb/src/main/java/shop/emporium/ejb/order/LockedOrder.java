package shop.emporium.ejb.order;

import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;

/**
 * How an order stands whose row this transaction has locked; it stays so until the transaction ends
 * or moves it.
 *
 * @param checkout from which it came
 * @param isCustomers whether it is a customer's, and not a guest's
 */
public record LockedOrder(
    OrderNumber number, long checkout, OrderStatus status, boolean isCustomers) {}
