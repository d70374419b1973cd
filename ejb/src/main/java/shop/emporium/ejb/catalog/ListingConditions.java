package shop.emporium.ejb.catalog;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;

/**
 * The conditions of a listing as bits: a product or variant has the bit of each condition that it
 * fails. Who fails none is listed; who fails one alone counts for the facet of that condition.
 */
final class ListingConditions {

  static final int CATEGORY = 1;
  static final int BRAND = 1 << 1;
  static final int RATING = 1 << 2;
  static final int PRICE = 1 << 3;
  static final int STOCK = 1 << 4;
  static final int SALE = 1 << 5;
  private static final int FIRST_OPTION = 6;

  private final ListingColumns columns;
  private final BitSet categories;
  private final BitSet brands;
  private final int rating;
  private final int minPrice;
  private final int maxPrice;
  private final int wantedFlags;
  private final int[] optionBits;
  private final BitSet values;
  private final int allOptionBits;

  /**
   * Prepares a query.
   *
   * @param categories numbers of the category and those below it, or null for all
   * @param brands numbers of brands, or null for all
   */
  ListingConditions(
      ListingColumns columns,
      OptionDictionary dictionary,
      ListingQuery query,
      BitSet categories,
      BitSet brands) {
    this.columns = columns;
    this.categories = categories;
    this.brands = brands;
    rating = query.rating() == null ? 0 : query.rating() * 100;
    minPrice = query.minPrice() == null ? 0 : query.minPrice().getAmountMinorInt();
    maxPrice = query.maxPrice() == null ? Integer.MAX_VALUE : query.maxPrice().getAmountMinorInt();
    wantedFlags =
        (query.inStock() ? ListingColumns.IN_STOCK : 0)
            | (query.onSale() ? ListingColumns.ON_SALE : 0);
    optionBits = new int[dictionary.valueCount()];
    values = new BitSet(optionBits.length);
    allOptionBits = chooseOptions(dictionary, query.options());
  }

  private int chooseOptions(OptionDictionary dictionary, Map<String, Set<String>> chosen) {
    int all = 0;
    int bit = 1 << FIRST_OPTION;
    for (Map.Entry<String, Set<String>> entry : chosen.entrySet()) {
      int option = dictionary.optionOf(entry.getKey());
      entry.getValue().forEach(slug -> values.set(dictionary.valueOf(option, slug)));
      for (int value = 1; value < optionBits.length; value++) {
        if (dictionary.value(value).option() == option) {
          optionBits[value] = bit;
        }
      }
      all |= bit;
      bit <<= 1;
    }
    values.clear(0);
    return all;
  }

  /** Which conditions on the product itself it fails. */
  int productFails(int ordinal) {
    int fails = 0;
    if (categories != null && !categories.get(columns.category[ordinal])) {
      fails |= CATEGORY;
    }
    if (brands != null && !brands.get(columns.brand[ordinal])) {
      fails |= BRAND;
    }
    if (columns.rating[ordinal] < rating) {
      fails |= RATING;
    }
    return fails;
  }

  /** Which conditions on its variants this one fails. */
  int variantFails(int variant) {
    int fails = 0;
    int price = columns.variantPrice[variant];
    if (price < minPrice || price > maxPrice) {
      fails |= PRICE;
    }
    int missing = wantedFlags & ~columns.variantFlags[variant];
    if (missing != 0) {
      fails |=
          ((missing & ListingColumns.IN_STOCK) != 0 ? STOCK : 0)
              | ((missing & ListingColumns.ON_SALE) != 0 ? SALE : 0);
    }
    return allOptionBits == 0 ? fails : fails | optionFails(variant);
  }

  private int optionFails(int variant) {
    int met = 0;
    int at = variant * ListingColumns.OPTIONS;
    for (int slot = at; slot < at + ListingColumns.OPTIONS; slot++) {
      int value = columns.variantOptions[slot];
      if (values.get(value)) {
        met |= optionBits[value];
      }
    }
    return allOptionBits & ~met;
  }

  /** The bit of the option to which a value belongs; 0 when nothing of that option is chosen. */
  int bitOf(int value) {
    return optionBits[value];
  }
}
