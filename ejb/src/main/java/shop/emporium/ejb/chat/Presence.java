package shop.emporium.ejb.chat;

import java.util.Locale;

/** Whether somebody is there to answer. */
public enum Presence {
  /** Takes conversations. */
  ONLINE,
  /** Is there, but takes none. */
  AWAY,
  OFFLINE;

  /** As frames name it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
