package shop.emporium.domain.chat;

import java.util.Locale;

/** Who says a message. */
public enum Sender {
  SHOPPER,
  AGENT,
  /** Rules that answer by themselves; always said to be automatic. */
  ASSISTANT,
  /** The shop, about the conversation: somebody has joined, it is closed. */
  SHOP;

  /** As frames and answers name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
