package shop.emporium.domain.shared;

/**
 * Bytes as people read and type them: RFC 4648's Base32, which has no two letters that look alike.
 */
public final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /** Eight letters for five bytes; what fills the last letter up is zero, and no sign follows. */
  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte next : bytes) {
      buffer = ((buffer << Byte.SIZE) | (next & 0xff)) & 0xfff;
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(LETTERS.charAt((buffer >> held) & 31));
      }
    }
    if (held > 0) {
      text.append(LETTERS.charAt((buffer << (BITS - held)) & 31));
    }
    return text.toString();
  }
}
