package shop.emporium.ejb.shared.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text as bodies of mails hold it (RFC 2045, section 6.7): ASCII that is read as it is, everything
 * else by its number, in lines of 76 characters at most.
 *
 * <p>Jakarta Mail does the same through streams, byte by byte, which was a fifth of what a mail
 * cost. Base64 would be as cheap as this, but some filters of mail take it for a spammer's.
 */
final class QuotedPrintable {

  private static final int LONGEST_LINE = 76;
  private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  /** The most that one byte can become: a line that goes on in the next, and a number. */
  private static final int MOST = 6;

  private final byte[] text;
  private byte[] out;
  private int length;
  private int column;

  private QuotedPrintable(byte[] text) {
    this.text = text;
    this.out = new byte[text.length + text.length / 4 + MOST];
  }

  /** Encodes a text; each kind of line's end becomes that of mails. */
  static byte[] encode(String text) {
    return new QuotedPrintable(text.getBytes(StandardCharsets.UTF_8)).encode();
  }

  private byte[] encode() {
    for (int i = 0; i < text.length; i++) {
      if (length + MOST > out.length) {
        out = Arrays.copyOf(out, 2 * out.length + MOST);
      }
      byte one = text[i];
      if (one == '\n' || (one == '\r' && !isEndAt(i + 1))) {
        endLine();
      } else if (one != '\r') {
        write(one, isLineOver(i + 1));
      }
    }
    return Arrays.copyOf(out, length);
  }

  private boolean isEndAt(int index) {
    return index < text.length && text[index] == '\n';
  }

  private boolean isLineOver(int index) {
    return index == text.length || text[index] == '\n' || text[index] == '\r';
  }

  private void write(byte one, boolean isLast) {
    // Blanks at the end of a line would be lost on the way.
    boolean isPlain =
        (one > ' ' && one < 127 && one != '=') || ((one == ' ' || one == '\t') && !isLast);
    // The sign that a line goes on takes the last place of it.
    int most = isLast ? LONGEST_LINE : LONGEST_LINE - 1;
    if (column + (isPlain ? 1 : 3) > most) {
      out[length++] = '=';
      endLine();
    }
    if (isPlain) {
      out[length++] = one;
      column++;
    } else {
      out[length++] = '=';
      out[length++] = DIGITS[(one >> 4) & 0xF];
      out[length++] = DIGITS[one & 0xF];
      column += 3;
    }
  }

  private void endLine() {
    out[length++] = '\r';
    out[length++] = '\n';
    column = 0;
  }
}
