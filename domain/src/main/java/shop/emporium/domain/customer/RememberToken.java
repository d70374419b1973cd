package shop.emporium.domain.customer;

import java.util.Optional;
import shop.emporium.domain.shared.Secret;

/**
 * What a browser keeps that shall stay signed in: a series, which stays the same and says which
 * sign-in it belongs to, and a secret, which another one replaces at each use.
 *
 * <p>Whoever presents the series with a secret that was replaced has a copy of somebody's cookie,
 * or is the one whose cookie was copied ({@link SignIn#renew}).
 */
public final class RememberToken {

  private static final char BETWEEN = '.';

  private final Secret series;
  private final Secret secret;

  private RememberToken(Secret series, Secret secret) {
    this.series = series;
    this.secret = secret;
  }

  /** A token that nobody has had before. */
  public static RememberToken random() {
    return new RememberToken(Secret.random(), Secret.random());
  }

  /** The token that a browser sent, or empty when it has not the form of one. */
  public static Optional<RememberToken> parse(String text) {
    int between = text == null ? -1 : text.indexOf(BETWEEN);
    if (between < 0) {
      return Optional.empty();
    }
    return Secret.parse(text.substring(0, between))
        .flatMap(
            series ->
                Secret.parse(text.substring(between + 1))
                    .map(secret -> new RememberToken(series, secret)));
  }

  /**
   * The token that replaces this one: always the same for the same salt.
   *
   * @param salt 32 random bytes
   */
  RememberToken next(byte[] salt) {
    return new RememberToken(series, secret.next(salt));
  }

  /** What the browser keeps: 87 characters that need no escaping. */
  public String value() {
    return series.value() + BETWEEN + secret.value();
  }

  /** What the database finds the sign-in by: 32 bytes. */
  public byte[] seriesHash() {
    return series.hash();
  }

  /** What the database keeps of the secret: 32 bytes. */
  byte[] secretHash() {
    return secret.hash();
  }

  /** Never the secret: this may end up in a log. */
  @Override
  public String toString() {
    return "RememberToken[hidden]";
  }
}
