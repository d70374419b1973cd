package shop.emporium.ejb.catalog;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.Arrays;
import java.util.List;

/**
 * The facts by which products are listed, one array a fact: a million products with two million
 * variants take about 100 MB, and are looked through in some milliseconds.
 *
 * <p>A product has an ordinal, which it keeps. Its variants stand side by side; when they become
 * more than there is room for, they move to the end and leave a gap, and {@link #isWasteful} tells
 * when gaps are worth a fresh start. Not safe for threads by itself: {@link CatalogueMemory} lets
 * many read or one write.
 */
final class ListingColumns {

  static final byte IN_STOCK = 1;
  static final byte ON_SALE = 2;

  private static final int ABSENT = -1;

  /** What one variant brings. Option values are numbers of {@link OptionDictionary}, 0 for none. */
  record VariantFacts(int priceMinor, boolean inStock, boolean onSale, List<Integer> options) {}

  /**
   * What one product brings.
   *
   * @param createdAt seconds since 1970
   * @param rating average times 100
   * @param variants in their order; none hides the product
   */
  record ProductFacts(
      long id,
      int category,
      int brand,
      boolean fresh,
      boolean bestseller,
      long createdAt,
      int rating,
      int ratings,
      List<VariantFacts> variants) {}

  private final LongIntHashMap ordinals = new LongIntHashMap();
  private int products;
  private int variants;
  private int lostVariants;

  long[] id = new long[1024];
  int[] category = new int[1024];
  int[] brand = new int[1024];
  short[] rating = new short[1024];

  /** Bestsellers before others, then by number of ratings: larger is better. */
  int[] popularity = new int[1024];

  /** Seconds since 1970, those presented as new after all others. */
  long[] newness = new long[1024];

  /** The cheapest variant's price. */
  int[] price = new int[1024];

  int[] firstVariant = new int[1024];

  /** 0 for a product that is not listed. */
  short[] variantCount = new short[1024];

  int[] variantPrice = new int[2048];
  byte[] variantFlags = new byte[2048];
  int[] variantOptions = new int[2048 * OPTIONS];

  /** Options of a variant, side by side in {@link #variantOptions}. */
  static final int OPTIONS = 3;

  private static final int BESTSELLER = 1 << 30;
  private static final long FRESH = 1L << 40;

  /** How many ordinals are given, listed or not. */
  int size() {
    return products;
  }

  /** The ordinal of a product, or -1 for one that never was listed. */
  int ordinalOf(long productId) {
    return ordinals.getOrDefault(productId, ABSENT);
  }

  /** Whether so much room is lost to gaps that it should all be read anew. */
  boolean isWasteful() {
    return lostVariants > 10_000 && lostVariants > variants / 4;
  }

  /** Takes a product in, or what is new about it. */
  void put(ProductFacts facts) {
    int ordinal = ordinalOf(facts.id());
    if (ordinal == ABSENT) {
      ordinal = products++;
      ensureProducts(products);
      id[ordinal] = facts.id();
      ordinals.put(facts.id(), ordinal);
      variantCount[ordinal] = 0;
      firstVariant[ordinal] = variants;
    }
    category[ordinal] = facts.category();
    brand[ordinal] = facts.brand();
    rating[ordinal] = (short) facts.rating();
    popularity[ordinal] =
        (facts.bestseller() ? BESTSELLER : 0) + Math.min(facts.ratings(), BESTSELLER - 1);
    newness[ordinal] = facts.createdAt() + (facts.fresh() ? FRESH : 0);
    putVariants(ordinal, facts.variants());
  }

  /** Takes a product off the lists. */
  void remove(long productId) {
    int ordinal = ordinalOf(productId);
    if (ordinal != ABSENT) {
      lostVariants += variantCount[ordinal];
      variantCount[ordinal] = 0;
    }
  }

  private void putVariants(int ordinal, List<VariantFacts> facts) {
    if (facts.size() > variantCount[ordinal]) {
      lostVariants += variantCount[ordinal];
      firstVariant[ordinal] = variants;
      variants += facts.size();
      ensureVariants(variants);
    } else {
      lostVariants += variantCount[ordinal] - facts.size();
    }
    variantCount[ordinal] = (short) facts.size();
    int cheapest = Integer.MAX_VALUE;
    int at = firstVariant[ordinal];
    for (VariantFacts variant : facts) {
      variantPrice[at] = variant.priceMinor();
      variantFlags[at] =
          (byte) ((variant.inStock() ? IN_STOCK : 0) | (variant.onSale() ? ON_SALE : 0));
      for (int slot = 0; slot < OPTIONS; slot++) {
        variantOptions[at * OPTIONS + slot] =
            slot < variant.options().size() ? variant.options().get(slot) : 0;
      }
      cheapest = Math.min(cheapest, variant.priceMinor());
      at++;
    }
    price[ordinal] = cheapest;
  }

  private void ensureProducts(int count) {
    if (count > id.length) {
      int room = count + count / 2;
      id = Arrays.copyOf(id, room);
      category = Arrays.copyOf(category, room);
      brand = Arrays.copyOf(brand, room);
      rating = Arrays.copyOf(rating, room);
      popularity = Arrays.copyOf(popularity, room);
      newness = Arrays.copyOf(newness, room);
      price = Arrays.copyOf(price, room);
      firstVariant = Arrays.copyOf(firstVariant, room);
      variantCount = Arrays.copyOf(variantCount, room);
    }
  }

  private void ensureVariants(int count) {
    if (count > variantPrice.length) {
      int room = count + count / 2;
      variantPrice = Arrays.copyOf(variantPrice, room);
      variantFlags = Arrays.copyOf(variantFlags, room);
      variantOptions = Arrays.copyOf(variantOptions, room * OPTIONS);
    }
  }
}
