package shop.emporium.domain.chat;

import java.util.Locale;
import java.util.Optional;

/**
 * How a ticket stands, as its shopper is told: who has the next word counts, not which of the
 * shop's people has it before them.
 */
public enum TicketState {
  /** The shop is to answer. */
  WAITING,
  /** The shop has answered, and nothing was said since. */
  ANSWERED,
  /** Done; an answer of the shopper opens it again. */
  DONE;

  /**
   * The state of a conversation.
   *
   * @param spoke which person said something last; empty when nobody has
   */
  public static TicketState of(ConversationStatus status, Optional<Sender> spoke) {
    if (status == ConversationStatus.CLOSED) {
      return DONE;
    }
    return spoke.equals(Optional.of(Sender.AGENT)) ? ANSWERED : WAITING;
  }

  /** As texts and answers name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
