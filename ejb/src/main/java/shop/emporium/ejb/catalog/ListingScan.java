package shop.emporium.ejb.catalog;

/**
 * One look through the columns: which products meet a query, in order, and how many there are under
 * each facet.
 *
 * <p>A facet's counts go by all conditions but its own. So a variant that fails nothing counts
 * everywhere, one that fails a single condition counts for that condition's facet, and one that
 * fails more counts nowhere: one pass answers all.
 */
final class ListingScan {

  private static final int EVERYWHERE = -1;

  private final ListingColumns columns;
  private final ListingConditions conditions;
  private final ListingOrder order;
  private final TopOf top;

  private int total;
  private final int[] byCategory;
  private final int[] byBrand;
  private final int[] byStars = new int[5];
  private int inStock;
  private int onSale;
  private int lowest = Integer.MAX_VALUE;
  private int highest = -1;
  private final int[] byValue;
  private final int[] lastOf;

  /**
   * Prepares a pass.
   *
   * @param wanted how many products from the first on are to be put in order
   */
  ListingScan(
      ListingColumns columns,
      ListingConditions conditions,
      ListingOrder order,
      int wanted,
      Sizes sizes) {
    this.columns = columns;
    this.conditions = conditions;
    this.order = order;
    top = new TopOf(Math.max(1, Math.min(wanted, columns.size())));
    byCategory = new int[sizes.categories()];
    byBrand = new int[sizes.brands()];
    byValue = new int[sizes.values()];
    lastOf = new int[sizes.values()];
  }

  /** How many numbers of each kind are given. */
  record Sizes(int categories, int brands, int values) {}

  /** Looks at every product. */
  ListingScan all() {
    for (int ordinal = 0; ordinal < columns.size(); ordinal++) {
      look(ordinal);
    }
    return this;
  }

  /** Looks at those that a search has found. */
  ListingScan of(int[] found) {
    for (int ordinal : found) {
      look(ordinal);
    }
    return this;
  }

  private void look(int ordinal) {
    int productFails = conditions.productFails(ordinal);
    if ((productFails & (productFails - 1)) != 0) {
      return;
    }
    int first = columns.firstVariant[ordinal];
    int end = first + columns.variantCount[ordinal];
    // For which facets the product counts: the bits of conditions that some variant fails alone.
    int counts = 0;
    boolean listed = false;
    boolean stocked = false;
    boolean reduced = false;
    for (int variant = first; variant < end; variant++) {
      int fails = productFails | conditions.variantFails(variant);
      if ((fails & (fails - 1)) != 0) {
        continue;
      }
      listed |= fails == 0;
      counts |= fails == 0 ? EVERYWHERE : fails;
      byte flags = columns.variantFlags[variant];
      stocked |= (flags & ListingColumns.IN_STOCK) != 0 && (fails & ~ListingConditions.STOCK) == 0;
      reduced |= (flags & ListingColumns.ON_SALE) != 0 && (fails & ~ListingConditions.SALE) == 0;
      if ((fails & ~ListingConditions.PRICE) == 0) {
        lowest = Math.min(lowest, columns.variantPrice[variant]);
        highest = Math.max(highest, columns.variantPrice[variant]);
      }
      countValues(ordinal, variant, fails);
    }
    if (counts != 0) {
      count(ordinal, counts);
      inStock += stocked ? 1 : 0;
      onSale += reduced ? 1 : 0;
    }
    if (listed) {
      total++;
      top.offer(order.key(ordinal), ordinal);
    }
  }

  private void countValues(int ordinal, int variant, int fails) {
    int at = variant * ListingColumns.OPTIONS;
    for (int slot = at; slot < at + ListingColumns.OPTIONS; slot++) {
      int value = columns.variantOptions[slot];
      if (value != 0
          && lastOf[value] != ordinal + 1
          && (fails == 0 || fails == conditions.bitOf(value))) {
        lastOf[value] = ordinal + 1;
        byValue[value]++;
      }
    }
  }

  private void count(int ordinal, int counts) {
    if ((counts & ListingConditions.CATEGORY) != 0) {
      byCategory[columns.category[ordinal]]++;
    }
    if ((counts & ListingConditions.BRAND) != 0) {
      byBrand[columns.brand[ordinal]]++;
    }
    if ((counts & ListingConditions.RATING) != 0) {
      byStars[Math.min(columns.rating[ordinal] / 100, 4)]++;
    }
  }

  int total() {
    return total;
  }

  /** The ordinals from a position on, in order. To be asked once. */
  int[] page(int offset) {
    return top.from(offset);
  }

  int[] byCategory() {
    return byCategory;
  }

  int[] byBrand() {
    return byBrand;
  }

  /** How many have exactly 0 to 3 whole stars, or 4 and more. */
  int[] byStars() {
    return byStars;
  }

  int[] byValue() {
    return byValue;
  }

  int inStock() {
    return inStock;
  }

  int onSale() {
    return onSale;
  }

  /** The lowest price of a variant in minor units; meaningless when {@link #highest} is -1. */
  int lowest() {
    return lowest;
  }

  int highest() {
    return highest;
  }
}
