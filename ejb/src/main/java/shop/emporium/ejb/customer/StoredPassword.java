package shop.emporium.ejb.customer;

/**
 * Whose password it is, and what checks it. Whoever holds one after a check proves that this very
 * password was known.
 */
public record StoredPassword(long customer, String hash) {

  /** Without the hash: this may end up in a log. */
  @Override
  public String toString() {
    return "StoredPassword[" + customer + "]";
  }
}
