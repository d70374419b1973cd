package shop.emporium.domain.customer;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import shop.emporium.domain.shared.Base32;
import shop.emporium.domain.shared.Sha256;

/**
 * A code on paper that stands in once for an app whose phone is gone: 80 random bits in 16 letters,
 * in groups of four. So many that guessing is hopeless also for who has stolen the hashes.
 */
public final class RecoveryCode {

  /** How many a customer gets at a time. */
  public static final int OF_CUSTOMER = 10;

  private static final int BYTES = 10;
  private static final Pattern FORM = Pattern.compile("[a-z2-7]{16}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
  private static final Pattern GROUP = Pattern.compile("(.{4})(?=.)");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String letters;

  private RecoveryCode(String letters) {
    this.letters = letters;
  }

  /** A code that nobody has had before. */
  public static RecoveryCode random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new RecoveryCode(Base32.encode(bytes).toLowerCase(Locale.ROOT));
  }

  /** What somebody typed, with or without hyphens and in either case; empty when it is no code. */
  public static Optional<RecoveryCode> parse(String typed) {
    String letters = BETWEEN.matcher(typed).replaceAll("").toLowerCase(Locale.ROOT);
    return FORM.matcher(letters).matches()
        ? Optional.of(new RecoveryCode(letters))
        : Optional.empty();
  }

  /** As it is written down, such as {@code k3v7-2ahq-wz5m-xt4c}. */
  public String value() {
    return GROUP.matcher(letters).replaceAll("$1-");
  }

  /** What the database keeps: 32 bytes. */
  public byte[] hash() {
    return Sha256.of(letters);
  }

  /** Never the code: this may end up in a log. */
  @Override
  public String toString() {
    return "RecoveryCode[secret]";
  }
}
