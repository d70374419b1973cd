package shop.emporium.domain.cart;

import java.util.Optional;
import shop.emporium.domain.shared.Secret;

/** The secret that opens a guest's cart, held by the visitor's browser only. */
public final class CartToken {

  private final Secret secret;

  private CartToken(Secret secret) {
    this.secret = secret;
  }

  /** A token that nobody has had before. */
  public static CartToken random() {
    return new CartToken(Secret.random());
  }

  /** The token that a browser sent, or empty when it has not the form of one. */
  public static Optional<CartToken> parse(String text) {
    return Secret.parse(text).map(CartToken::new);
  }

  /** What the browser keeps: 43 characters that need no escaping. */
  public String value() {
    return secret.value();
  }

  /** What the database keeps: 32 bytes. */
  public byte[] hash() {
    return secret.hash();
  }

  /** Never the secret: this may end up in a log. */
  @Override
  public String toString() {
    return "CartToken[secret]";
  }
}
