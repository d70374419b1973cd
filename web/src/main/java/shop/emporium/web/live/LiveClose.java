package shop.emporium.web.live;

import shop.emporium.web.shared.SocketClose;

/** Why a socket of this feature alone is closed. */
final class LiveClose {

  static final SocketClose JUNK = new SocketClose(1007, "This is no message that /live knows");
  static final SocketClose TOO_MANY_SKUS =
      new SocketClose(1008, "At most 100 articles are watched at once");

  private LiveClose() {}
}
