package shop.emporium.domain.payment;

import java.util.Set;
import shop.emporium.domain.shared.StateMachine;

/**
 * The life of an attempt to pay.
 *
 * <pre>
 *   INITIATED ──▶ AUTHORISED ──▶ CAPTURED ──▶ PARTLY_REFUNDED ──▶ REFUNDED
 *     │  │            │  │          ▲  │         │      ▲            ▲
 *     │  └────────────┼──┼──────────┘  │         └──────┘ (more)     │
 *     │               │  │  at once    └─────────────────────────────┘
 *     ▼               ▼  ▼
 *   FAILED / VOIDED   VOIDED / FAILED
 * </pre>
 */
public enum PaymentStatus {
  /** The provider is asked, or about to be. What became of it is not known. */
  INITIATED,
  /** The money is promised, not taken. */
  AUTHORISED,
  /** The money is in. */
  CAPTURED,
  /** The provider declined it, or never heard of it. */
  FAILED,
  /** It was called off before any money was taken. */
  VOIDED,
  /** Some of the money was given back. */
  PARTLY_REFUNDED,
  /** All of the money was given back. */
  REFUNDED;

  private static final StateMachine<PaymentStatus> LIFE =
      StateMachine.of(PaymentStatus.class)
          .from(INITIATED, AUTHORISED, CAPTURED, FAILED, VOIDED)
          .from(AUTHORISED, CAPTURED, FAILED, VOIDED)
          .from(CAPTURED, PARTLY_REFUNDED, REFUNDED)
          .from(PARTLY_REFUNDED, PARTLY_REFUNDED, REFUNDED);

  /**
   * The state after a move.
   *
   * @throws shop.emporium.domain.shared.IllegalMoveException when it cannot follow upon this one
   */
  public PaymentStatus move(PaymentStatus next) {
    return LIFE.move(this, next);
  }

  /** Whether a state can follow upon this one. */
  public boolean canBecome(PaymentStatus next) {
    return LIFE.allows(this, next);
  }

  /** What can follow. */
  public Set<PaymentStatus> next() {
    return LIFE.next(this);
  }

  /** Whether nothing can follow. */
  public boolean isFinal() {
    return LIFE.isFinal(this);
  }

  /** Whether it is still open what becomes of it. */
  public boolean isOpen() {
    return this == INITIATED || this == AUTHORISED;
  }

  /** Whether money was taken with it. */
  public boolean isCaptured() {
    return this == CAPTURED || this == PARTLY_REFUNDED || this == REFUNDED;
  }

  /** Whether it came to nothing, so that another attempt may begin. */
  public boolean isOver() {
    return this == FAILED || this == VOIDED;
  }
}
