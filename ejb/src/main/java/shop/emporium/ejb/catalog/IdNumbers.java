package shop.emporium.ejb.catalog;

import com.carrotsearch.hppc.LongIntHashMap;

/** Gives ids of the database small numbers, from 0 on in the order of their first appearance. */
final class IdNumbers {

  private final LongIntHashMap numbers = new LongIntHashMap();

  /** The number of an id, given now if it is new. */
  int numberOf(long id) {
    int number = numbers.getOrDefault(id, numbers.size());
    numbers.put(id, number);
    return number;
  }

  /** The number of an id, or -1. */
  int find(long id) {
    return numbers.getOrDefault(id, -1);
  }

  int size() {
    return numbers.size();
  }
}
