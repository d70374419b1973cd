package shop.emporium.domain.checkout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a program says with a call so that it can repeat it: the same key with the same body means
 * the same call. A key means something only together with whose it is.
 */
public final class IdempotencyKey {

  /** The longest key. */
  public static final int MAX_LENGTH = 255;

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1," + MAX_LENGTH + "}");

  private final String owner;
  private final String key;
  private final byte[] body;

  private IdempotencyKey(String owner, String key, byte[] body) {
    this.owner = owner;
    this.key = key;
    this.body = body;
  }

  /**
   * The key of a call.
   *
   * @param owner whose it is, such as {@code cart:17}: nobody meets another one's keys
   * @param key as it was sent; quotation marks around it are part of how it is sent
   * @param body of the call, byte by byte
   * @return empty when it is no key: nothing, longer than 255, or not visible ASCII
   */
  public static Optional<IdempotencyKey> of(String owner, String key, byte[] body) {
    if (key == null) {
      return Optional.empty();
    }
    String stripped = key.strip();
    String plain =
        stripped.length() > 2 && stripped.startsWith("\"") && stripped.endsWith("\"")
            ? stripped.substring(1, stripped.length() - 1)
            : stripped;
    return FORM.matcher(plain).matches()
        ? Optional.of(new IdempotencyKey(owner, plain, sha256(body)))
        : Optional.empty();
  }

  /** What the database knows it by: 32 bytes. The owner cannot run into the key. */
  public byte[] hash() {
    return sha256((owner + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }

  /** What tells its body from another: 32 bytes. */
  public byte[] bodyHash() {
    return body.clone();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
