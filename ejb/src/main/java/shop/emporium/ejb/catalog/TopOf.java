package shop.emporium.ejb.catalog;

/**
 * Keeps the first so many of any number of products by a sort key, smallest first, in a heap of
 * primitives: a million offers make no garbage.
 */
final class TopOf {

  private final long[] keys;
  private final int[] ordinals;
  private int size;

  /**
   * Room for the first {@code capacity}.
   *
   * @param capacity 1 or more
   */
  TopOf(int capacity) {
    keys = new long[capacity];
    ordinals = new int[capacity];
  }

  /** Offers a product; among equal keys the smaller ordinal comes first. */
  void offer(long key, int ordinal) {
    if (size < keys.length) {
      place(size++, key, ordinal);
      climb(size - 1);
    } else if (isAfter(keys[0], ordinals[0], key, ordinal)) {
      place(0, key, ordinal);
      sink(0, size);
    }
  }

  /** The ordinals kept, in order, from a position on. Ends the use of this object. */
  int[] from(int offset) {
    for (int end = size - 1; end > 0; end--) {
      swap(0, end);
      sink(0, end);
    }
    int count = Math.max(0, size - offset);
    int[] result = new int[count];
    System.arraycopy(ordinals, Math.min(offset, size), result, 0, count);
    return result;
  }

  private void climb(int start) {
    int at = start;
    while (at > 0 && after(at, (at - 1) / 2)) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void sink(int start, int end) {
    int at = start;
    while (2 * at + 1 < end) {
      int child = 2 * at + 1;
      if (child + 1 < end && after(child + 1, child)) {
        child++;
      }
      if (!after(child, at)) {
        return;
      }
      swap(at, child);
      at = child;
    }
  }

  private boolean after(int one, int other) {
    return isAfter(keys[one], ordinals[one], keys[other], ordinals[other]);
  }

  private static boolean isAfter(long key, int ordinal, long otherKey, int otherOrdinal) {
    return key > otherKey || (key == otherKey && ordinal > otherOrdinal);
  }

  private void place(int at, long key, int ordinal) {
    keys[at] = key;
    ordinals[at] = ordinal;
  }

  private void swap(int one, int other) {
    long key = keys[one];
    int ordinal = ordinals[one];
    place(one, keys[other], ordinals[other]);
    place(other, key, ordinal);
  }
}
