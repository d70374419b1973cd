package shop.emporium.web.shared;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/**
 * Why a socket is closed, in a code of RFC 6455 for programs and in words. Here are the reasons
 * that any socket may be closed for; each feature has its own beside them.
 *
 * @param words at most 123 bytes
 */
public record SocketClose(int code, String words) {

  public static final SocketClose BINARY = new SocketClose(1003, "Only text is understood here");
  public static final SocketClose TOO_OFTEN = new SocketClose(1008, "Too many messages");
  public static final SocketClose TOO_SLOW = new SocketClose(1008, "Frames were not taken in time");
  public static final SocketClose TOO_LONG = new SocketClose(1009, "The message is too long");
  public static final SocketClose SILENT = new SocketClose(1001, "No sign of life");
  public static final SocketClose FULL = new SocketClose(1013, "Too many connections");

  /** The browser may come back as whoever it is now. */
  public static final SocketClose SIGNED_OUT = new SocketClose(4401, "The sign-in has ended");

  public CloseReason reason() {
    return new CloseReason(CloseCodes.getCloseCode(code), words);
  }
}
