package shop.emporium.ejb.catalog;

/**
 * The columns of Shopify's product file that the shop reads, each with the names that older and
 * newer exports give it.
 *
 * <p>Source: Shopify's help pages on product CSV files; the first name is the older, the second the
 * newer one.
 */
enum ShopifyColumn {
  HANDLE("Handle", "URL handle"),
  TITLE("Title"),
  BODY("Body (HTML)", "Description"),
  VENDOR("Vendor"),
  CATEGORY("Product Category", "Product category"),
  TYPE("Type"),
  TAGS("Tags"),
  PUBLISHED("Published", "Published on online store"),
  STATUS("Status"),
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
  SEO_DESCRIPTION("SEO Description");

  private final String older;
  private final String newer;

  ShopifyColumn(String name) {
    this(name, name);
  }

  ShopifyColumn(String older, String newer) {
    this.older = older;
    this.newer = newer;
  }

  /** Whether a column head, in whatever case, is this column's. */
  boolean isCalled(String head) {
    return older.equalsIgnoreCase(head.strip()) || newer.equalsIgnoreCase(head.strip());
  }

  /** The name to use towards people. */
  String title() {
    return older;
  }
}
