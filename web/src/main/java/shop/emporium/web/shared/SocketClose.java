package shop.emporium.web.shared;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.Set;

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

  private static final Set<Integer> FAULTS = Set.of(1002, 1003, 1007, 1008, 1009, 1013, 4403);

  /** Faults that the container finds by itself: no frames, no text, too long. */
  private static final Set<Integer> OF_CONTAINER = Set.of(1002, 1007, 1009);

  /** Whether the browser is refused something. */
  boolean isFault() {
    return FAULTS.contains(code);
  }

  /** Whether the container may have ended a socket like this, because it refused something. */
  static boolean isFaultOfContainer(CloseReason reason) {
    return OF_CONTAINER.contains(reason.getCloseCode().getCode());
  }

  public CloseReason reason() {
    return new CloseReason(CloseCodes.getCloseCode(code), words);
  }
}
