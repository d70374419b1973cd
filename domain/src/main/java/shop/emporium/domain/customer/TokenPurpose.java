package shop.emporium.domain.customer;

import java.time.Duration;

/** What a link in a mail is for, and how long it is good. */
public enum TokenPurpose {
  /** Shows that the address of a new customer is theirs. */
  CONFIRM(Duration.ofDays(7)),
  /** Shows that the address to which a customer wants to move is theirs. */
  CHANGE(Duration.ofDays(1)),
  /** Lets somebody who forgot the password choose another. */
  RESET(Duration.ofMinutes(30));

  private final Duration lifetime;

  TokenPurpose(Duration lifetime) {
    this.lifetime = lifetime;
  }

  public Duration lifetime() {
    return lifetime;
  }
}
