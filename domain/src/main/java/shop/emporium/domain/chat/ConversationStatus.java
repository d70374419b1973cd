package shop.emporium.domain.chat;

import shop.emporium.domain.shared.StateMachine;

/**
 * The life of a conversation.
 *
 * <pre>
 *              a person is wanted         an agent takes it
 *   ASSISTED ────────────────────▶ WAITING ──────────────▶ OPEN
 *      │                            │   ◀──────────────      │
 *      │ nobody is there            │     put back           │
 *      ▼                            ▼                        ▼
 *    TICKET ◀────────────────────────────────────────────────┤   the answer comes by mail
 *      │                                                     │
 *      ▼                                                     ▼
 *    CLOSED  (from every state; opened again: WAITING, OPEN or TICKET)
 * </pre>
 */
public enum ConversationStatus {
  /** The assistant answers. */
  ASSISTED,
  /** In the queue for a person. */
  WAITING,
  /** An agent answers. */
  OPEN,
  /** Nobody waits at the other end: answers go out by mail. */
  TICKET,
  /** Done. */
  CLOSED;

  private static final StateMachine<ConversationStatus> LIFE =
      StateMachine.of(ConversationStatus.class)
          .from(ASSISTED, WAITING, OPEN, TICKET, CLOSED)
          .from(WAITING, OPEN, TICKET, CLOSED)
          .from(OPEN, WAITING, TICKET, CLOSED)
          .from(TICKET, WAITING, OPEN, CLOSED)
          .from(CLOSED, WAITING, OPEN, TICKET);

  /**
   * The state after a move.
   *
   * @throws shop.emporium.domain.shared.IllegalMoveException when it cannot follow upon this one
   */
  public ConversationStatus move(ConversationStatus next) {
    return LIFE.move(this, next);
  }

  /** Whether a state can follow upon this one. */
  public boolean canBecome(ConversationStatus next) {
    return LIFE.allows(this, next);
  }
}
