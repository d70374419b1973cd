package shop.emporium.ejb.catalog.exchange;

import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.CATEGORY;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.PUBLISHED;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.RELATED;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.STATUS;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.TAGS;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.TYPE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.VENDOR;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import shop.emporium.domain.catalog.ProductStatus;
import shop.emporium.domain.shared.Slug;

/** Reads what a product's first row says about the product as a whole. */
final class ProductFields {

  static final String NO_BRAND = "Unbranded";
  static final String NO_CATEGORY = "Everything else";

  private static final int MAX_DEPTH = 20;
  private static final int MAX_TAGS = 250;
  private static final int MAX_RELATED = 100;

  private ProductFields() {}

  static String brand(ShopifyRow row) {
    return Texts.named(row.has(VENDOR) ? row.get(VENDOR) : NO_BRAND, VENDOR);
  }

  /**
   * A path such as {@code Home > Kitchen > Cups}; without one the type is a category at the top.
   */
  static List<String> category(ShopifyRow row) {
    if (!row.has(CATEGORY)) {
      return List.of(Texts.named(row.has(TYPE) ? row.get(TYPE) : NO_CATEGORY, TYPE));
    }
    List<String> path =
        Arrays.stream(row.get(CATEGORY).split(">"))
            .map(String::strip)
            .filter(step -> !step.isEmpty())
            .toList();
    if (path.isEmpty() || path.size() > MAX_DEPTH) {
      throw new IllegalArgumentException(
          CATEGORY.title() + " has no step, or more than " + MAX_DEPTH);
    }
    path.forEach(step -> Texts.named(step, CATEGORY));
    return path;
  }

  static ProductStatus status(ShopifyRow row) {
    String status = row.has(STATUS) ? row.get(STATUS).toUpperCase(Locale.ROOT) : "ACTIVE";
    if (status.equals("UNLISTED")) {
      return ProductStatus.DRAFT; // Only for who knows the address: the shop has no such thing.
    }
    try {
      return ProductStatus.valueOf(status);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "Status \"" + Texts.cut(row.get(STATUS), 40) + "\" is none of active, draft, archived",
          unknown);
    }
  }

  static boolean published(ShopifyRow row) {
    return !row.get(PUBLISHED).equalsIgnoreCase("false");
  }

  static List<String> tags(ShopifyRow row) {
    return Arrays.stream(row.get(TAGS).split(","))
        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
        .filter(tag -> !tag.isEmpty() && tag.length() <= 255)
        .distinct()
        .limit(MAX_TAGS)
        .toList();
  }

  /** Slugs of other products; what can be none is passed over. */
  static List<String> related(ShopifyRow row) {
    return Arrays.stream(row.get(RELATED).split("[;,]"))
        .filter(handle -> handle.codePoints().anyMatch(Character::isLetterOrDigit))
        .flatMap(handle -> slug(handle).stream())
        .distinct()
        .limit(MAX_RELATED)
        .toList();
  }

  private static List<String> slug(String handle) {
    try {
      return List.of(Slug.of(handle));
    } catch (IllegalArgumentException none) {
      return List.of();
    }
  }
}
