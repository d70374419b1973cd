package shop.emporium.domain.inventory;

/**
 * A variant of which fewer pieces can be had than were asked for.
 *
 * @param wanted pieces asked for
 * @param available pieces that can be had, fewer than wanted; 0 also when it is no longer sold
 */
public record Shortage(String sku, int wanted, int available) {

  /** A shortage that is one. */
  public Shortage {
    if (available < 0 || available >= wanted) {
      throw new IllegalArgumentException("No shortage: " + wanted + " of " + available);
    }
  }
}
