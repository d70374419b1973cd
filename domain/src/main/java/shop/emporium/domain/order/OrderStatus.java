package shop.emporium.domain.order;

import java.util.Set;
import shop.emporium.domain.shared.StateMachine;

/**
 * The life of an order.
 *
 * <pre>
 *              money is in        in a box          with the carrier       at the door
 *   PLACED ──────────────▶ PAID ──────────▶ PACKED ──────────────▶ SHIPPED ──────────▶ DELIVERED
 *     │                    │  ◀──────────                            │                    │
 *     │ not paid           │    unpacked                              │ comes back         │ sent back
 *     ▼                    ▼                                          ▼                    ▼
 *   CANCELLED          CANCELLED                                   RETURNED             RETURNED
 * </pre>
 *
 * An order is cancelled before it is packed, or never; nothing is packed that is not paid. An order
 * of which only a part came back stays delivered.
 */
public enum OrderStatus {
  /** The goods are its own; its money is not in yet. */
  PLACED,
  /** The money is in, by whatever ways, or none was due. */
  PAID,
  /** In a parcel that is still here. */
  PACKED,
  /** All of it is on its way. */
  SHIPPED,
  /** All of it has arrived. */
  DELIVERED,
  /** Nothing of it will be sent; its goods are back on the shelf. */
  CANCELLED,
  /** All of it came back. */
  RETURNED;

  private static final StateMachine<OrderStatus> LIFE =
      StateMachine.of(OrderStatus.class)
          .from(PLACED, PAID, CANCELLED)
          .from(PAID, PACKED, CANCELLED)
          .from(PACKED, SHIPPED, PAID)
          .from(SHIPPED, DELIVERED, RETURNED)
          .from(DELIVERED, RETURNED);

  /**
   * The state after a move.
   *
   * @throws shop.emporium.domain.shared.IllegalMoveException when it cannot follow upon this one
   */
  public OrderStatus move(OrderStatus next) {
    return LIFE.move(this, next);
  }

  /** Whether a state can follow upon this one. */
  public boolean canBecome(OrderStatus next) {
    return LIFE.allows(this, next);
  }

  /** What can follow. */
  public Set<OrderStatus> next() {
    return LIFE.next(this);
  }

  /** Whether nothing can follow. */
  public boolean isFinal() {
    return LIFE.isFinal(this);
  }

  /** Whether it waits for its money. */
  public boolean isUnpaid() {
    return this == PLACED;
  }
}
