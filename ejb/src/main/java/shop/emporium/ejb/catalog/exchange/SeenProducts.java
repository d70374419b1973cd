package shop.emporium.ejb.catalog.exchange;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which products an import has met: one bit each, so that a million of them need a few hundred
 * kilobytes.
 */
final class SeenProducts {

  private static final int BITS = 12;

  private final Map<Long, BitSet> pages = new HashMap<>();

  void add(Collection<Long> ids) {
    for (long id : ids) {
      pages.computeIfAbsent(id >> BITS, page -> new BitSet()).set((int) (id & ((1 << BITS) - 1)));
    }
  }

  boolean contains(long id) {
    BitSet page = pages.get(id >> BITS);
    return page != null && page.get((int) (id & ((1 << BITS) - 1)));
  }
}
