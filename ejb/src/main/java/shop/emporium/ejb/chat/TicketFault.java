package shop.emporium.ejb.chat;

/** Why something about a ticket cannot be done. */
public enum TicketFault {
  /** There is no such ticket, or it is somebody else's; which of both is not told. */
  UNKNOWN("There is no such ticket"),
  /** A chat that is over cannot be opened again while another one goes on. */
  CHATTING("Another chat goes on");

  private final String words;

  TicketFault(String words) {
    this.words = words;
  }

  /** In English, for programs. */
  public String words() {
    return words;
  }
}
