package shop.emporium.ejb.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import shop.emporium.domain.inventory.Shortage;

/**
 * How many pieces of which variants move between the three places: free, held and sold.
 *
 * <p>It knows how many a checkout held before; the difference to what it is to hold or to have
 * afterwards comes from the free ones, or goes there.
 */
final class Movement {

  private final Map<Long, Integer> held;
  private final Map<Long, Integer> hold;
  private final Map<Long, Integer> sell;

  /**
   * @param held before
   * @param hold afterwards
   * @param sell in addition to what is sold; below zero puts them back
   */
  Movement(Map<Long, Integer> held, Map<Long, Integer> hold, Map<Long, Integer> sell) {
    this.held = held;
    this.hold = hold;
    this.sell = sell;
  }

  /** All variants that it is about. */
  Set<Long> variants() {
    Set<Long> variants = new TreeSet<>(held.keySet());
    variants.addAll(hold.keySet());
    variants.addAll(sell.keySet());
    return variants;
  }

  private int reserved(long variant) {
    return hold.getOrDefault(variant, 0) - held.getOrDefault(variant, 0);
  }

  private int sold(long variant) {
    return sell.getOrDefault(variant, 0);
  }

  /** Pieces that are taken from the free ones; below zero where some become free. */
  private int taken(long variant) {
    return reserved(variant) + sold(variant);
  }

  /** Whether another number can be bought afterwards. */
  boolean shows(long variant) {
    return taken(variant) != 0;
  }

  /** What cannot be, as the shelves are; a variant that is no longer there has nothing. */
  List<Shortage> shortages(Collection<Shelf> shelves) {
    Map<Long, Shelf> known = new HashMap<>();
    shelves.forEach(shelf -> known.put(shelf.variant(), shelf));
    List<Shortage> shortages = new ArrayList<>();
    for (long variant : variants()) {
      Shelf shelf = known.get(variant);
      int free = shelf == null ? 0 : shelf.available();
      if (taken(variant) > free) {
        int own = held.getOrDefault(variant, 0);
        shortages.add(
            new Shortage(
                shelf == null ? Long.toString(variant) : shelf.sku(),
                taken(variant) + own,
                free + own));
      }
    }
    return shortages;
  }

  /** As rows for the statement that moves them. */
  String json() {
    StringBuilder rows = new StringBuilder("[");
    for (long variant : variants()) {
      rows.append(rows.length() > 1 ? "," : "")
          .append("{\"id\":")
          .append(variant)
          .append(",\"taken\":")
          .append(taken(variant))
          .append(",\"reserved\":")
          .append(reserved(variant))
          .append(",\"sold\":")
          .append(sold(variant))
          .append('}');
    }
    return rows.append(']').toString();
  }
}
