package shop.emporium.ejb.payment.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a notice: when it was made, and the HMAC-SHA256 of that moment, a dot and the
 * body, as {@code t=1764120000,v1=…}.
 */
public final class DemoSignature {

  /** The header in which it stands. */
  public static final String HEADER = "Emporium-Demo-Signature";

  /** One that is older, or from the future, is not taken: it may have been overheard. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private DemoSignature() {}

  /** Signs a body. */
  public static String of(byte[] body, String secret, Instant now) {
    long seconds = now.getEpochSecond();
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(body, secret, seconds));
  }

  /** Whether a body was signed with this secret, not long ago. */
  static boolean isGood(String header, byte[] body, String secret, Instant now) {
    Matcher parts = FORM.matcher(header == null ? "" : header);
    if (!parts.matches()) {
      return false;
    }
    long seconds = Long.parseLong(parts.group(1));
    byte[] told = HexFormat.of().parseHex(parts.group(2));
    // Compared before the clock is: who does not have the secret learns nothing.
    boolean isOurs = MessageDigest.isEqual(told, mac(body, secret, seconds));
    return isOurs && Math.abs(now.getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
  }

  private static byte[] mac(byte[] body, String secret, long seconds) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
