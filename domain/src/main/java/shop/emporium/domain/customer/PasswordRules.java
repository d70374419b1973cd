package shop.emporium.domain.customer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords the shop takes: long ones, of any characters, that are not among the first to be
 * tried.
 *
 * <p>Nobody is told to mix digits and signs, which makes passwords harder to remember and no harder
 * to guess. The list holds the 10,000 most common passwords of ten characters and more; shorter
 * ones are refused anyway. {@code scripts/lib/common-passwords.sh} makes it.
 */
public final class PasswordRules {

  /** The fewest characters of a password. */
  public static final int MIN_LENGTH = 10;

  /** The most characters of a password; more would only keep a processor busy. */
  public static final int MAX_LENGTH = 200;

  private static final String LIST = "common-passwords.txt";

  private static final Set<String> COMMON = read();

  private PasswordRules() {}

  /**
   * What is wrong with a password.
   *
   * @param email of the person who wants it
   * @return empty when it can be taken
   */
  public static Optional<PasswordFault> check(String password, EmailAddress email) {
    int length = password.codePointCount(0, password.length());
    if (length < MIN_LENGTH) {
      return Optional.of(PasswordFault.TOO_SHORT);
    }
    if (length > MAX_LENGTH) {
      return Optional.of(PasswordFault.TOO_LONG);
    }
    String plain = password.toLowerCase(Locale.ROOT);
    String address = email.text().toLowerCase(Locale.ROOT);
    if (plain.equals(address) || plain.equals(address.substring(0, address.lastIndexOf('@')))) {
      return Optional.of(PasswordFault.EMAIL);
    }
    return COMMON.contains(plain) ? Optional.of(PasswordFault.COMMON) : Optional.empty();
  }

  private static Set<String> read() {
    try (InputStream file = PasswordRules.class.getResourceAsStream(LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(LIST + " cannot be read", e);
    }
  }
}
