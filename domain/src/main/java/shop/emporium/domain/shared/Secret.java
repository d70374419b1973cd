package shop.emporium.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits that open something for whoever has them: 43 characters in a cookie or a link,
 * which need no escaping. The shop keeps their SHA-256 only, so a stolen database opens nothing.
 */
public final class Secret {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** A secret that nobody has had before. */
  public static Secret random() {
    return of(randomBytes());
  }

  /** 32 bytes that nobody can guess. */
  public static byte[] randomBytes() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** The secret that somebody presents, or empty when it has not the form of one. */
  public static Optional<Secret> parse(String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new Secret(text))
        : Optional.empty();
  }

  private static Secret of(byte[] bytes) {
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * The secret that follows this one: always the same for the same salt, and not to be found by
   * whoever has only one of the two.
   *
   * @param salt 32 random bytes
   */
  public Secret next(byte[] salt) {
    return of(Sha256.of(salt, value.getBytes(StandardCharsets.US_ASCII)));
  }

  /** What its holder keeps: 43 characters. */
  public String value() {
    return value;
  }

  /** What the database keeps: 32 bytes. */
  public byte[] hash() {
    return Sha256.of(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(hash(), that.hash());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Never the secret: this may end up in a log. */
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
