package shop.emporium.ejb.chat;

import java.util.Locale;

/** Why something that was said or wanted in a chat is not done. */
public enum Refusal {
  TOO_LONG,
  EMPTY,
  INVALID,
  TOO_OFTEN,
  UNKNOWN_CONVERSATION,
  UNKNOWN_FILE,
  NOT_ALLOWED,
  /** A colleague was quicker. */
  TAKEN,
  /** Passes: said again with the same id it may be done. */
  UNAVAILABLE;

  /** As frames name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
