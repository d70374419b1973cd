package shop.emporium.ejb.catalog.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one import carries from batch to batch. Used by one thread. */
final class ImportState {

  private final long number;
  private final boolean isDry;
  private final IdBlocks productIds = new IdBlocks("product_seq", 50);
  private final IdBlocks variantIds = new IdBlocks("product_variant_seq", 50);
  private final CategoryPaths categories;
  private final Brands brands;
  private final SeenProducts seen = new SeenProducts();
  private final Set<Long> moved = new HashSet<>();

  /**
   * The state at the beginning.
   *
   * @param number from {@code import_seq}; 0 on a dry run
   */
  ImportState(long number, boolean isDry) {
    this.number = number;
    this.isDry = isDry;
    this.categories = new CategoryPaths(new IdBlocks("category_seq", 10), isDry);
    this.brands = new Brands(new IdBlocks("brand_seq", 10), isDry);
  }

  long number() {
    return number;
  }

  boolean isDry() {
    return isDry;
  }

  IdBlocks productIds() {
    return productIds;
  }

  IdBlocks variantIds() {
    return variantIds;
  }

  CategoryPaths categories() {
    return categories;
  }

  Brands brands() {
    return brands;
  }

  boolean isSeen(long id) {
    return seen.contains(id);
  }

  /** Notes the products that a batch named, once its transaction is through. */
  void see(Collection<Long> ids) {
    seen.add(ids);
  }

  /** On a dry run, a product that would answer to another handle from here on. */
  void move(long id) {
    moved.add(id);
  }

  boolean isMoved(BatchPlan.Known known) {
    return moved.contains(known.id());
  }

  /** The product with its brand and its category spelled as the shop has them. */
  FileProduct spelled(FileProduct product, String brand, long category) {
    List<String> path = categories.names(category);
    if (brand.equals(product.brand()) && path.equals(product.category())) {
      return product;
    }
    Map<String, String> extra = new LinkedHashMap<>(product.extra());
    if (!brand.equals(product.brand())) {
      extra.putIfAbsent(ShopifyColumn.VENDOR.title(), product.brand());
    }
    String written = ShopifyRows.category(product.category(), product.type());
    if (!written.equals(ShopifyRows.category(path, product.type()))) {
      extra.putIfAbsent(ShopifyColumn.CATEGORY.title(), written);
    }
    return product.spelled(brand, new ArrayList<>(path), extra);
  }
}
