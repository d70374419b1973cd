package shop.emporium.tests.authenticator;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An app on a phone that makes codes, written from RFC 6238 and not from the shop. */
public final class OneTimeApp {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int STEP_SECONDS = 30;

  private final byte[] secret;

  /** An app that was told this secret, as Base32 with or without gaps. */
  public OneTimeApp(String text) {
    String letters = text.replace(" ", "");
    ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
    int buffer = 0;
    int held = 0;
    for (int i = 0; i < letters.length(); i++) {
      buffer = ((buffer << 5) | LETTERS.indexOf(letters.charAt(i))) & 0xffff;
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes.put((byte) (buffer >> held));
      }
    }
    secret = bytes.array();
  }

  /** The code of now. */
  public String code() {
    return code(0);
  }

  /** The code of so many half minutes from now. */
  public String code(int steps) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      long step = Instant.now().getEpochSecond() / STEP_SECONDS + steps;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 15;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
