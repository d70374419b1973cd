package shop.emporium.ejb.chat;

import java.util.Optional;

/**
 * Whose conversations are meant: a customer's, a guest's, or those of a customer who was a guest in
 * this browser before.
 *
 * @param customer who is signed in
 * @param visitor the guest whom the browser's key belongs to
 */
public record ChatOwner(Optional<Long> customer, Optional<Long> visitor) {

  /** Nobody owns nothing. */
  public ChatOwner {
    if (customer.isEmpty() && visitor.isEmpty()) {
      throw new IllegalArgumentException("Somebody has to own a conversation");
    }
  }

  /** As statements compare it; 0 is nobody. */
  long customerOrZero() {
    return customer.orElse(0L);
  }

  /** As statements compare it; 0 is nobody. */
  long visitorOrZero() {
    return visitor.orElse(0L);
  }
}
