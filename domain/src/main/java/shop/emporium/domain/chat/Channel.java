package shop.emporium.domain.chat;

/** By which way a conversation began. */
public enum Channel {
  /** Live, in the chat of the page. */
  CHAT,
  /** By the form of the contact page. */
  FORM,
  /** A call back was asked for. */
  CALLBACK
}
