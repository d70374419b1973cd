package shop.emporium.ejb.catalog.exchange;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The columns of Shopify's product file that the shop understands, each with the names that older
 * and newer exports give it.
 *
 * <p>Source: Shopify's help pages on product CSV files; the first name is the older one, with which
 * the shop writes, the others are newer. Metafields are known by what stands in brackets, whatever
 * the shop's owner called them.
 */
enum ShopifyColumn {
  HANDLE("Handle", "URL handle"),
  TITLE("Title"),
  BODY("Body (HTML)", "Description"),
  VENDOR("Vendor"),
  CATEGORY("Product Category"),
  TYPE("Type"),
  TAGS("Tags"),
  PUBLISHED("Published", "Published on online store"),
  OPTION1_NAME("Option1 Name"),
  OPTION1_VALUE("Option1 Value"),
  OPTION2_NAME("Option2 Name"),
  OPTION2_VALUE("Option2 Value"),
  OPTION3_NAME("Option3 Name"),
  OPTION3_VALUE("Option3 Value"),
  SKU("Variant SKU", "SKU"),
  GRAMS("Variant Grams", "Weight value (grams)"),
  QUANTITY("Variant Inventory Qty", "Inventory quantity"),
  PRICE("Variant Price", "Price"),
  FORMER_PRICE("Variant Compare At Price", "Compare-at price"),
  BARCODE("Variant Barcode", "Barcode"),
  IMAGE("Image Src", "Product image URL"),
  IMAGE_POSITION("Image Position"),
  IMAGE_ALT("Image Alt Text"),
  SEO_TITLE("SEO Title"),
  SEO_DESCRIPTION("SEO Description"),
  VARIANT_IMAGE("Variant Image", "Variant image URL"),
  WEIGHT_UNIT("Variant Weight Unit", "Weight unit for display"),
  STATUS("Status"),
  RATING("Rating (product.metafields.reviews.rating)"),
  RATING_COUNT("Rating count (product.metafields.reviews.rating_count)"),
  RELATED(
      "Related products"
          + " (product.metafields.shopify--discovery--product_recommendation.related_products)");

  /** What each variant has of its own; all else but the pictures belongs to the product. */
  static final Set<ShopifyColumn> OF_VARIANT =
      EnumSet.of(
          OPTION1_NAME,
          OPTION1_VALUE,
          OPTION2_NAME,
          OPTION2_VALUE,
          OPTION3_NAME,
          OPTION3_VALUE,
          SKU,
          GRAMS,
          QUANTITY,
          PRICE,
          FORMER_PRICE,
          BARCODE,
          VARIANT_IMAGE,
          WEIGHT_UNIT);

  static final Set<ShopifyColumn> OF_OPTIONS = EnumSet.range(OPTION1_NAME, OPTION3_VALUE);
  static final Set<ShopifyColumn> OF_PICTURE = EnumSet.range(IMAGE, IMAGE_ALT);
  static final Set<ShopifyColumn> METAFIELDS = EnumSet.range(RATING, RELATED);

  private static final List<ShopifyColumn> OPTION_NAMES =
      List.of(OPTION1_NAME, OPTION2_NAME, OPTION3_NAME);
  private static final List<ShopifyColumn> OPTION_VALUES =
      List.of(OPTION1_VALUE, OPTION2_VALUE, OPTION3_VALUE);

  private final String older;
  private final String newer;

  /** Only for a metafield: what stands in brackets. */
  private final String key;

  ShopifyColumn(String name) {
    this(name, name);
  }

  ShopifyColumn(String older, String newer) {
    this.older = older;
    this.newer = newer;
    int bracket = older.indexOf("(product.metafields.");
    this.key = bracket < 0 ? null : older.substring(bracket);
  }

  static ShopifyColumn nameOfOption(int index) {
    return OPTION_NAMES.get(index);
  }

  static ShopifyColumn valueOfOption(int index) {
    return OPTION_VALUES.get(index);
  }

  /** Whether a column head, in whatever case, is this column's. */
  boolean isCalled(String head) {
    return key == null
        ? older.equalsIgnoreCase(head) || newer.equalsIgnoreCase(head)
        : head.toLowerCase(Locale.ROOT).endsWith(key);
  }

  /** Whether this column says something about the product as a whole. */
  boolean isOfProduct() {
    return !OF_VARIANT.contains(this) && !OF_PICTURE.contains(this);
  }

  /** The name to use towards people, and under which the shop keeps what it cannot express. */
  String title() {
    return older;
  }

  /** The column that is titled so. */
  static boolean isTitle(String head) {
    return Arrays.stream(values()).anyMatch(column -> column.title().equals(head));
  }
}
