package shop.emporium.ejb.order;

import shop.emporium.domain.order.OrderNumber;

/**
 * Something about an order is another than it was: its status, a parcel, a return, money that went
 * back. Fired in the transaction that did it: observe it after success.
 */
public record OrderChanged(OrderNumber number) {}
