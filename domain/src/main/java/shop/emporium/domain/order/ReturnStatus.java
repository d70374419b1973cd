package shop.emporium.domain.order;

import java.util.Set;
import shop.emporium.domain.shared.StateMachine;

/**
 * The life of a wish to send pieces back.
 *
 * <pre>
 *   REQUESTED ──────▶ ACCEPTED
 *       │      money goes back
 *       ▼
 *    REFUSED
 * </pre>
 */
public enum ReturnStatus {
  /** Its buyer asks for it. */
  REQUESTED,
  /** The pieces are back, and so is the money. */
  ACCEPTED,
  /** The shop does not take them. */
  REFUSED;

  private static final StateMachine<ReturnStatus> LIFE =
      StateMachine.of(ReturnStatus.class).from(REQUESTED, ACCEPTED, REFUSED);

  /**
   * The state after a move.
   *
   * @throws shop.emporium.domain.shared.IllegalMoveException when it cannot follow upon this one
   */
  public ReturnStatus move(ReturnStatus next) {
    return LIFE.move(this, next);
  }

  /** What can follow. */
  public Set<ReturnStatus> next() {
    return LIFE.next(this);
  }

  /** Whether nothing can follow. */
  public boolean isFinal() {
    return LIFE.isFinal(this);
  }
}
