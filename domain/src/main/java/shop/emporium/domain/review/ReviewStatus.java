package shop.emporium.domain.review;

import java.util.Set;
import shop.emporium.domain.shared.StateMachine;

/**
 * The life of a review.
 *
 * <pre>
 *   PENDING ──▶ PUBLISHED     somebody who works here has read it
 *      │ ▲          │  │
 *      │ └──────────┘  │      its buyer has changed it
 *      ▼               ▼
 *   REJECTED ◀─────────┘      turned down, or taken off again
 * </pre>
 *
 * What was turned down can be written anew by its buyer, or be published after all. Only what is
 * published counts for a product's rating.
 */
public enum ReviewStatus {
  /** Written, and not read by the shop yet. */
  PENDING,
  /** Everybody sees it. */
  PUBLISHED,
  /** Its buyer sees it, and why nobody else does. */
  REJECTED;

  private static final StateMachine<ReviewStatus> LIFE =
      StateMachine.of(ReviewStatus.class)
          .from(PENDING, PUBLISHED, REJECTED)
          .from(PUBLISHED, PENDING, REJECTED)
          .from(REJECTED, PENDING, PUBLISHED);

  /**
   * The state after a move.
   *
   * @throws shop.emporium.domain.shared.IllegalMoveException when it cannot follow upon this one
   */
  public ReviewStatus move(ReviewStatus next) {
    return LIFE.move(this, next);
  }

  /** Whether a state can follow upon this one. */
  public boolean canBecome(ReviewStatus next) {
    return LIFE.allows(this, next);
  }

  /** What can follow. */
  public Set<ReviewStatus> next() {
    return LIFE.next(this);
  }
}
