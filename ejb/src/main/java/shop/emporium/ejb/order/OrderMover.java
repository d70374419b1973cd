package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Move;

/** Moves orders that are locked, and tells of it. */
@ApplicationScoped
class OrderMover {

  @Inject private OrderRepository orders;
  @Inject private Event<OrderMoved> moved;
  @Inject private Event<OrderChanged> changed;

  /**
   * Locks an order until the transaction ends.
   *
   * @throws UnknownOrderException when there is none
   */
  LockedOrder lock(OrderNumber number) {
    return orders.lock(number).orElseThrow(() -> new UnknownOrderException(number));
  }

  /**
   * Moves an order that is locked. Nodes are told of it where it is a customer's.
   *
   * @throws shop.emporium.domain.shared.IllegalMoveException when it cannot go there
   */
  void move(LockedOrder order, OrderStatus next, boolean isToBeTriedAgain, Actor by, String why) {
    OrderStatus to = order.status().move(next);
    orders.move(order.number(), new Move<>(order.status(), to, by, Instant.now(), why));
    moved.fire(
        new OrderMoved(
            order.number(), order.checkout(), order.status(), to, isToBeTriedAgain, by, why));
    // A guest has no socket that is told of it: nobody on any node would listen.
    if (order.isCustomers()) {
      changed.fire(new OrderChanged(order.number()));
    }
  }
}
