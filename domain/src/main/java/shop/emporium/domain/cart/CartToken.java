package shop.emporium.domain.cart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret that opens a guest's cart: 256 random bits, held by the visitor's browser only. The
 * shop keeps its SHA-256, so a stolen database opens no cart.
 */
public final class CartToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String value;

  private CartToken(String value) {
    this.value = value;
  }

  /** A token that nobody has had before. */
  public static CartToken random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new CartToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token that a browser sent, or empty when it has not the form of one. */
  public static Optional<CartToken> parse(String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new CartToken(text))
        : Optional.empty();
  }

  /** What the browser keeps: 43 characters that need no escaping. */
  public String value() {
    return value;
  }

  /** What the database keeps: 32 bytes. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Never the secret: this may end up in a log. */
  @Override
  public String toString() {
    return "CartToken[secret]";
  }
}
