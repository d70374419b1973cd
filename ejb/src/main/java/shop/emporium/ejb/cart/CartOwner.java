package shop.emporium.ejb.cart;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import shop.emporium.domain.cart.CartToken;

/**
 * Whose cart is meant: that of a customer who is signed in, or that of a guest. Both are shown and
 * changed alike; they differ in how they are found.
 */
public sealed interface CartOwner {

  /** Somebody whom nobody knows. */
  static CartOwner guest(Optional<CartToken> token) {
    return new Guest(token);
  }

  /** A customer who is signed in. */
  static CartOwner customer(long id) {
    return new Customer(id);
  }

  /**
   * Somebody whom nobody knows.
   *
   * @param token what the browser presented; a token that opens no cart is as good as none
   */
  record Guest(@NotNull Optional<CartToken> token) implements CartOwner {}

  /** A customer, who has one cart at most, whatever the browser presents. */
  record Customer(long id) implements CartOwner {}
}
