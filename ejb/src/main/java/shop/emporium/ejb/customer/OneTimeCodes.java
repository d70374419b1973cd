package shop.emporium.ejb.customer;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every 30 seconds (RFC 6238, with SHA-1, as all apps have them).
 * The code before and the one after are good too, for clocks that are a little off.
 */
@ApplicationScoped
class OneTimeCodes {

  /** As RFC 4226 recommends: 160 bits. */
  static final int SECRET_BYTES = 20;

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int TOLERANCE = 1;
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);

  /** Whether a text has the form of a code, rather than that of a recovery code. */
  static boolean isCode(String typed) {
    return CODE.matcher(tidy(typed)).matches();
  }

  /**
   * The newest half minute, counted from 1970, that has this code; empty when none near now has.
   */
  OptionalLong stepOf(byte[] secret, String typed, Instant now) {
    long current = now.getEpochSecond() / STEP.toSeconds();
    OptionalLong found = OptionalLong.empty();
    for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
      if (isSame(tidy(typed), code(secret, step))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private String code(byte[] secret, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA1", e);
    }
  }

  private static String tidy(String typed) {
    return BETWEEN.matcher(typed).replaceAll("");
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
