package shop.emporium.domain.checkout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is printed on a gift card: 20 letters and digits in groups of four, 100 random bits. It is
 * money for whoever reads it, so the shop keeps its SHA-256 only, and its last four to tell cards
 * apart.
 */
public final class GiftCardCode {

  /** None that is mistaken for another: no I, L, O and U. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 20;
  private static final int GROUP = 4;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\u2010-\\u2015-]+");
  private static final int LONGEST_TYPED = 60;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String plain;

  private GiftCardCode(String plain) {
    this.plain = plain;
  }

  /** A code that nobody has had before. */
  public static GiftCardCode random() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new GiftCardCode(code.toString());
  }

  /**
   * Reads what somebody typed: with or without dashes, small or capital, O for 0, I or L for 1.
   *
   * @return empty when no card has such a code
   */
  public static Optional<GiftCardCode> parse(String typed) {
    if (typed == null || typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String plain =
        BETWEEN
            .matcher(typed)
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return FORM.matcher(plain).matches() ? Optional.of(new GiftCardCode(plain)) : Optional.empty();
  }

  /** As it is printed: groups of four with dashes between them. */
  public String value() {
    return plain.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  /** What is shown of it afterwards. */
  public String lastFour() {
    return plain.substring(LENGTH - GROUP);
  }

  /** What the database keeps: 32 bytes. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GiftCardCode that && MessageDigest.isEqual(hash(), that.hash());
  }

  @Override
  public int hashCode() {
    return plain.hashCode();
  }

  /** Never the code: this may end up in a log. */
  @Override
  public String toString() {
    return "GiftCardCode[…" + lastFour() + "]";
  }
}
