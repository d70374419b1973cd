package shop.emporium.domain.chat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The bytes of a file, to look into: what lies beyond its end is -1, or nothing. */
final class FileBytes {

  private final byte[] content;

  FileBytes(byte[] content) {
    this.content = content;
  }

  int length() {
    return content.length;
  }

  /** A byte, 0 to 255. */
  int at(long position) {
    return position >= 0 && position < content.length ? content[(int) position] & 0xFF : -1;
  }

  /** Two bytes, the greater one first; negative beyond the end. */
  int bigAt(long position) {
    return at(position) < 0 || at(position + 1) < 0 ? -1 : at(position) << 8 | at(position + 1);
  }

  /** Two bytes, the smaller one first; negative beyond the end. */
  int littleAt(long position) {
    return at(position) < 0 || at(position + 1) < 0 ? -1 : at(position + 1) << 8 | at(position);
  }

  /** Four bytes, the greater one first; negative beyond the end. */
  long big4At(long position) {
    return bigAt(position) < 0 || bigAt(position + 2) < 0
        ? -1
        : (long) bigAt(position) << 16 | bigAt(position + 2);
  }

  /** Four bytes, the smaller one first; negative beyond the end. */
  long little4At(long position) {
    return littleAt(position) < 0 || littleAt(position + 2) < 0
        ? -1
        : (long) littleAt(position + 2) << 16 | littleAt(position);
  }

  /** Whether a text of ISO 8859-1 stands somewhere. */
  boolean hasAt(long position, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at(position + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Where a text begins for the last time within the last bytes; -1 when it does not. */
  int lastIndexOf(String text, int within) {
    for (int start = content.length - text.length();
        start >= Math.max(0, content.length - within);
        start--) {
      if (hasAt(start, text)) {
        return start;
      }
    }
    return -1;
  }

  /** The first bytes as a text in lower case. */
  String head(int most) {
    return new String(content, 0, Math.min(most, content.length), StandardCharsets.ISO_8859_1)
        .toLowerCase(Locale.ROOT);
  }
}
