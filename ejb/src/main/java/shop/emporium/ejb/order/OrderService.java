package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.IllegalMoveException;
import shop.emporium.domain.shared.Move;
import shop.emporium.domain.shared.OneLine;
import shop.emporium.ejb.inventory.InventoryService;

/**
 * Writes orders and moves them, one move at a time: each locks the order first.
 *
 * <p>A move that cannot follow upon how the order stands is refused with {@link
 * shop.emporium.domain.shared.IllegalMoveException}, and nothing has happened.
 */
@Stateless
public class OrderService {

  @Inject private OrderRepository orders;
  @Inject private OrderMover mover;
  @Inject private InventoryService inventory;
  @Inject private Event<OrderPlaced> placed;

  /** Writes an order, whose pieces are sold to it in the same transaction. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public OrderReceipt place(@NotNull @Valid NewOrder order) {
    OrderReceipt receipt = orders.insert(order);
    boolean isPaidLater =
        order.paymentMethod().equals(OrderPlaced.TRANSFER) && !order.quote().due().isZero();
    placed.fire(new OrderPlaced(receipt.number(), isPaidLater));
    return receipt;
  }

  /** The money is in, or none was due. */
  public void pay(
      @NotNull OrderNumber number,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    move(number, OrderStatus.PAID, false, by, why);
  }

  /** The same, of an order that this transaction has locked and not moved since. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void pay(
      @NotNull LockedOrder order,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    mover.move(order, OrderStatus.PAID, false, by, why);
  }

  /**
   * Its payment came to nothing: the order is cancelled, and what it had is held again for the
   * checkout from which it came, so that its buyer can try otherwise.
   */
  public void giveUp(
      @NotNull OrderNumber number,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    LockedOrder order = move(number, OrderStatus.CANCELLED, true, by, why);
    Map<Long, Integer> pieces = orders.takePieces(number);
    if (!pieces.isEmpty()) {
      inventory.holdAgain(order.checkout(), pieces);
    }
  }

  /** Nobody wants it any more: goods go back on the shelf, money and coupons to whose they were. */
  public void cancel(
      @NotNull OrderNumber number,
      @NotNull Actor by,
      @NotNull
          @Size(max = Move.MAX_WHY)
          @Pattern(regexp = OneLine.FORM, message = "must be one line of text")
          String why) {
    move(number, OrderStatus.CANCELLED, false, by, why);
    Map<Long, Integer> pieces = orders.takePieces(number);
    if (!pieces.isEmpty()) {
      inventory.takeBack(pieces);
    }
  }

  /** The order that was placed with a token. */
  public Optional<OrderNumber> find(@NotNull UUID token) {
    return orders.find(token);
  }

  /** How an order stands; it stays so until the transaction ends. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public LockedOrder lock(@NotNull OrderNumber number) {
    return mover.lock(number);
  }

  private LockedOrder move(
      OrderNumber number, OrderStatus next, boolean isToBeTriedAgain, Actor by, String why) {
    LockedOrder order = mover.lock(number);
    if (isToBeTriedAgain && !order.status().isUnpaid()) {
      throw new IllegalMoveException(order.status(), next);
    }
    mover.move(order, next, isToBeTriedAgain, by, why);
    return order;
  }
}
