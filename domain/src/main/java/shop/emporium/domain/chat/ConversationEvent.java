package shop.emporium.domain.chat;

import java.util.Locale;

/** What happens to a conversation, told in it. */
public enum ConversationEvent {
  /** A person is wanted. */
  ASKED,
  /** An agent answers from now on. */
  JOINED,
  /** The agent has put it back into the queue. */
  LEFT,
  /** Another agent answers from now on. */
  HANDED,
  CLOSED,
  REOPENED,
  /** The answer comes by mail. */
  TICKET;

  /** As the body of the message says it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
