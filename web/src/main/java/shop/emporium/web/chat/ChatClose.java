package shop.emporium.web.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/** Why a socket is closed, in a code of RFC 6455 for programs and in words. */
enum ChatClose {
  JUNK(1007, "This is no message that /chat knows"),
  BINARY(1003, "Only text is understood here"),
  TOO_LONG(1009, "A frame has at most 16 KiB"),
  TOO_OFTEN(1008, "Too many messages"),
  TOO_SLOW(1008, "Frames were not taken in time"),
  SILENT(1001, "No sign of life"),
  IDLE(1001, "Nothing was said for a long time"),
  FULL(1013, "Too many connections"),
  /** The browser may come back as whoever it is now. */
  SIGNED_OUT(4401, "The sign-in has ended"),
  NOT_YOURS(4403, "This is not yours to do");

  private final int code;
  private final String words;

  ChatClose(int code, String words) {
    this.code = code;
    this.words = words;
  }

  CloseReason reason() {
    return new CloseReason(CloseCodes.getCloseCode(code), words);
  }
}
