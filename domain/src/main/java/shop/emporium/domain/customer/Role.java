package shop.emporium.domain.customer;

import java.util.Locale;

/** What somebody may do beyond shopping. */
public enum Role {
  /** Shops. */
  SHOPPER,
  /** Answers customers. */
  AGENT,
  /** Runs the shop. */
  ADMIN;

  /** The name of the group in which the container sees such a person, such as {@code admin}. */
  public String group() {
    return name().toLowerCase(Locale.ROOT);
  }
}
