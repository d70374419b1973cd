package shop.emporium.ejb.catalog;

import com.carrotsearch.hppc.IntFloatHashMap;

/** In which order products come: each has a key, smaller ones first. */
interface ListingOrder {

  /** The sort key of a product by its ordinal. */
  long key(int ordinal);

  /**
   * The order that a query asks for.
   *
   * @param ranks how well each product meets the words that were searched for, or null without any
   */
  static ListingOrder of(ListingColumns columns, SortOrder sort, IntFloatHashMap ranks) {
    return switch (sort) {
      case RELEVANCE ->
          ranks == null
              ? ordinal -> -((long) columns.popularity[ordinal] << 32) - age(columns, ordinal)
              : ordinal ->
                  -((long) Float.floatToIntBits(ranks.get(ordinal)) << 31)
                      - columns.popularity[ordinal];
      case PRICE_UP ->
          ordinal -> ((long) columns.price[ordinal] << 31) - columns.popularity[ordinal];
      case PRICE_DOWN ->
          ordinal -> -((long) columns.price[ordinal] << 31) - columns.popularity[ordinal];
      case NEWEST -> ordinal -> -columns.newness[ordinal];
      case RATING ->
          ordinal -> -((long) columns.rating[ordinal] << 32) - columns.popularity[ordinal];
    };
  }

  /** The newer the larger, below 2^32. */
  private static long age(ListingColumns columns, int ordinal) {
    return columns.newness[ordinal] & 0xFFFF_FFFFL;
  }
}
