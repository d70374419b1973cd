package shop.emporium.domain.shared;

import java.util.Locale;

/**
 * Who did something, as histories name it: {@code guest}, {@code customer:17}, {@code staff:3},
 * {@code provider:demo}, or {@code shop} for what the shop does by itself.
 */
public record Actor(Kind kind, String id) {

  /** The shop itself: a timer, a rule. */
  public static final Actor SHOP = new Actor(Kind.SHOP, "");

  /** Who has no account. */
  public static final Actor GUEST = new Actor(Kind.GUEST, "");

  /** What somebody is to the shop. */
  public enum Kind {
    GUEST,
    CUSTOMER,
    STAFF,
    PROVIDER,
    SHOP
  }

  /**
   * Somebody.
   *
   * @throws IllegalArgumentException when one who has an id comes without, or the other way round
   */
  public Actor {
    boolean isOne = kind == Kind.GUEST || kind == Kind.SHOP;
    if (id.isEmpty() != isOne || !id.matches("[A-Za-z0-9._-]{0,40}")) {
      throw new IllegalArgumentException("Nobody has this id: " + kind);
    }
  }

  /** A customer by id. */
  public static Actor customer(long id) {
    return new Actor(Kind.CUSTOMER, Long.toString(id));
  }

  /** Somebody who works here, by the id of the account. */
  public static Actor staff(long id) {
    return new Actor(Kind.STAFF, Long.toString(id));
  }

  /** A payment provider by its name. */
  public static Actor provider(String name) {
    return new Actor(Kind.PROVIDER, name);
  }

  /** As histories name it. */
  public String text() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return id.isEmpty() ? name : name + ":" + id;
  }

  @Override
  public String toString() {
    return text();
  }
}
