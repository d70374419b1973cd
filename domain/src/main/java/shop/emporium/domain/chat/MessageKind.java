package shop.emporium.domain.chat;

import java.util.Locale;

/** What a message is. */
public enum MessageKind {
  TEXT,
  /** For colleagues only. */
  NOTE,
  FILE,
  /** What happened to the conversation, see {@link ConversationEvent}. */
  EVENT;

  /** As frames and answers name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
