package shop.emporium.web.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/** Why a socket is closed, in a code of RFC 6455 for programs and in words. */
enum LiveClose {
  JUNK(1007, "This is no message that /live knows"),
  BINARY(1003, "Only text is understood here"),
  TOO_MANY_SKUS(1008, "At most 100 articles are watched at once"),
  TOO_OFTEN(1008, "Too many messages"),
  TOO_SLOW(1008, "Frames were not taken in time"),
  SILENT(1001, "No sign of life"),
  FULL(1013, "Too many connections"),
  /** The browser may come back as whoever it is now. */
  SIGNED_OUT(4401, "The sign-in has ended");

  private final int code;
  private final String words;

  LiveClose(int code, String words) {
    this.code = code;
    this.words = words;
  }

  CloseReason reason() {
    return new CloseReason(CloseCodes.getCloseCode(code), words);
  }
}
