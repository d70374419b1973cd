package shop.emporium.domain.checkout;

import java.util.List;
import java.util.Set;

/**
 * For which goods a coupon is good.
 *
 * @param isLimited whether only for those that are named; one that is limited and names nothing is
 *     good for nothing, so that a coupon does not widen when its products go
 * @param categories slugs; what is below them is meant too
 */
public record CouponScope(boolean isLimited, Set<String> categories, Set<Long> products) {

  /** For everything. */
  public static final CouponScope EVERYTHING = new CouponScope(false, Set.of(), Set.of());

  /** A scope that nobody changes. */
  public CouponScope {
    categories = Set.copyOf(categories);
    products = Set.copyOf(products);
  }

  /** For these only. */
  public static CouponScope only(Set<String> categories, Set<Long> products) {
    return new CouponScope(true, categories, products);
  }

  /** Whether the coupon is good for an item. */
  public boolean includes(Item item) {
    return !isLimited
        || products.contains(item.product())
        || item.categories().stream().anyMatch(categories::contains);
  }

  /** Those of these items. */
  List<Item> of(List<Item> items) {
    return items.stream().filter(this::includes).toList();
  }
}
