package shop.emporium.domain.order;

import java.util.Set;
import shop.emporium.domain.shared.StateMachine;

/**
 * The life of a parcel.
 *
 * <pre>
 *   PACKED ──────▶ SHIPPED ──────▶ DELIVERED
 *     │               │                │
 *     ▼ opened again  ▼ comes back     ▼ sent back
 *   UNPACKED       RETURNED         RETURNED
 * </pre>
 */
public enum ShipmentStatus {
  /** Closed, and still here. */
  PACKED,
  /** With the carrier. */
  SHIPPED,
  /** At the door. */
  DELIVERED,
  /** Back here. */
  RETURNED,
  /** Opened again before it left: there is no such parcel any more. */
  UNPACKED;

  private static final StateMachine<ShipmentStatus> LIFE =
      StateMachine.of(ShipmentStatus.class)
          .from(PACKED, SHIPPED, UNPACKED)
          .from(SHIPPED, DELIVERED, RETURNED)
          .from(DELIVERED, RETURNED);

  /**
   * The state after a move.
   *
   * @throws shop.emporium.domain.shared.IllegalMoveException when it cannot follow upon this one
   */
  public ShipmentStatus move(ShipmentStatus next) {
    return LIFE.move(this, next);
  }

  /** Whether a state can follow upon this one. */
  public boolean canBecome(ShipmentStatus next) {
    return LIFE.allows(this, next);
  }

  /** What can follow. */
  public Set<ShipmentStatus> next() {
    return LIFE.next(this);
  }

  /** Whether nothing can follow. */
  public boolean isFinal() {
    return LIFE.isFinal(this);
  }
}
