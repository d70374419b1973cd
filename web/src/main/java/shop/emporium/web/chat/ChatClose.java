package shop.emporium.web.chat;

import shop.emporium.web.shared.SocketClose;

/** Why a socket of this feature alone is closed. */
final class ChatClose {

  static final SocketClose JUNK = new SocketClose(1007, "This is no message that /chat knows");
  static final SocketClose IDLE = new SocketClose(1001, "Nothing was said for a long time");
  static final SocketClose NOT_YOURS = new SocketClose(4403, "This is not yours to do");

  private ChatClose() {}
}
