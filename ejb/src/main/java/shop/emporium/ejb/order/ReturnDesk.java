package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.order.ReturnStatus;
import shop.emporium.domain.order.ShipmentStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Move;
import shop.emporium.ejb.inventory.InventoryService;

/**
 * Takes pieces of an order that is locked back: counts them, gives their money back, and puts them
 * on the shelf if they are as good as new. With the last piece the order is returned, and its
 * delivery is paid back too.
 */
@ApplicationScoped
class ReturnDesk {

  @Inject private ReturnRepository returns;
  @Inject private OrderMover mover;
  @Inject private OrderMails mails;
  @Inject private InventoryService inventory;
  @Inject private Event<RefundDue> due;
  @Inject private Event<OrderChanged> changed;

  /** Takes back what came by itself. */
  void take(
      LockedOrder locked,
      OrderView order,
      Map<Integer, Integer> pieces,
      ReturnReason reason,
      boolean restock,
      Actor by,
      String why) {
    long id = returns.insert(order.number(), pieces, reason, "", by.text());
    accept(locked, order, id, pieces, restock, by, why);
  }

  /** Takes back what was asked for. */
  void accept(
      LockedOrder locked,
      OrderView order,
      long id,
      Map<Integer, Integer> pieces,
      boolean restock,
      Actor by,
      String why) {
    boolean isAll =
        order.lines().stream()
            .allMatch(
                line ->
                    line.returned() + pieces.getOrDefault(line.position(), 0) == line.quantity());
    Money refund = giveBack(order, worth(order, pieces, isAll), by, why);
    returns.accept(
        id,
        new Move<>(ReturnStatus.REQUESTED, ReturnStatus.ACCEPTED, by, Instant.now(), why),
        refund,
        restock);
    returns.count(order.number(), pieces);
    // Before the order moves: with that it may forget to whom to write.
    mails.returnAccepted(order, id, refund);
    follow(locked, order, isAll, by, why);
    if (restock) {
      Map<Long, Integer> taken = returns.takePieces(order.number(), pieces);
      if (!taken.isEmpty()) {
        inventory.takeBack(taken);
      }
    }
  }

  /** What was paid for these pieces; for the last ones with the delivery. */
  private static Money worth(OrderView order, Map<Integer, Integer> pieces, boolean isAll) {
    Money worth = Money.zero(order.totals().total().getCurrencyUnit());
    for (Map.Entry<Integer, Integer> line : pieces.entrySet()) {
      worth = worth.plus(order.line(line.getKey()).refund().forPieces(line.getValue()));
    }
    return isAll ? worth.plus(order.delivery()) : worth;
  }

  /** Gives back as much of it as was paid and not given back yet; returns how much that is. */
  Money giveBack(OrderView order, Money amount, Actor by, String why) {
    if (!amount.isPositive()) {
      return amount;
    }
    RefundDue refund = new RefundDue(order.number(), amount, by, why);
    due.fire(refund);
    return amount.minus(refund.left());
  }

  private void follow(LockedOrder locked, OrderView order, boolean isAll, Actor by, String why) {
    OrderStatus status = locked.status();
    boolean isOver =
        order.parcels().stream()
            .allMatch(
                parcel ->
                    parcel.status() == ShipmentStatus.DELIVERED
                        || parcel.status() == ShipmentStatus.RETURNED);
    if (isAll && status.canBecome(OrderStatus.RETURNED)) {
      mover.move(locked, OrderStatus.RETURNED, false, by, why);
    } else if (status == OrderStatus.SHIPPED && isOver) {
      mover.move(locked, OrderStatus.DELIVERED, false, by, why);
    } else {
      changed.fire(new OrderChanged(order.number()));
    }
  }
}
