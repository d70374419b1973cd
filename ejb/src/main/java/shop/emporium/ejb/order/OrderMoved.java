package shop.emporium.ejb.order;

import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.shared.Actor;

/**
 * An order has another status. Fired in the transaction that moved it, while the order is locked
 * and before pieces move: what belongs to the move observes it at once, what tells of it after
 * success.
 *
 * @param checkout from which it came
 * @param isToBeTriedAgain whether it was given up so that its buyer can place it anew
 */
public record OrderMoved(
    OrderNumber number,
    long checkout,
    OrderStatus from,
    OrderStatus to,
    boolean isToBeTriedAgain,
    Actor by,
    String why) {}
