package shop.emporium.ejb.catalog.exchange;

import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.domain.shared.Slug;

/**
 * Writes a product as rows of Shopify's file, in the one way in which the shop writes each value.
 * What is kept beside the product is not looked at here.
 */
final class ShopifyRows {

  private ShopifyRows() {}

  /**
   * The row of a variant, without pictures.
   *
   * @param index from 0; the first one carries the product
   */
  static Map<ShopifyColumn, String> of(FileProduct product, int index) {
    Map<ShopifyColumn, String> row = new EnumMap<>(ShopifyColumn.class);
    row.put(HANDLE, product.slug());
    if (index == 0) {
      describe(row, product);
    }
    if (index < product.variants().size()) {
      stock(row, product, index);
    }
    return row;
  }

  private static void describe(Map<ShopifyColumn, String> row, FileProduct product) {
    row.put(TITLE, product.name());
    row.put(BODY, product.description());
    row.put(VENDOR, product.brand());
    row.put(CATEGORY, category(product.category(), product.type()));
    row.put(TYPE, text(product.type()));
    row.put(TAGS, String.join(", ", product.tags().stream().sorted().toList()));
    row.put(PUBLISHED, Boolean.toString(product.published()));
    row.put(STATUS, product.status().name().toLowerCase(Locale.ROOT));
    row.put(SEO_TITLE, text(product.seoTitle()));
    row.put(SEO_DESCRIPTION, text(product.seoDescription()));
    row.put(RATING, product.ratingAverage() == null ? "" : plain(product.ratingAverage()));
    row.put(RATING_COUNT, count(product.ratingCount()));
    row.put(RELATED, product.related() == null ? "" : String.join("; ", product.related()));
  }

  /** Empty where the type alone leads to the category. */
  static String category(List<String> path, String type) {
    String byType = type == null ? ProductFields.NO_CATEGORY : type;
    return path.size() == 1 && Slug.of(path.get(0)).equals(slug(byType))
        ? ""
        : String.join(" > ", path);
  }

  private static String slug(String type) {
    try {
      return Slug.of(type);
    } catch (IllegalArgumentException none) {
      return "";
    }
  }

  private static void stock(Map<ShopifyColumn, String> row, FileProduct product, int index) {
    FileVariant variant = product.variants().get(index);
    FileVariant first = product.variants().get(0);
    for (int i = 0; i < 3; i++) {
      VariantOption option = option(variant, i);
      row.put(valueOfOption(i), option.value());
      boolean isKnown = index > 0 && option.name().equals(option(first, i).name());
      row.put(nameOfOption(i), isKnown ? "" : option.name());
    }
    row.put(SKU, variant.sku());
    row.put(GRAMS, Integer.toString(variant.weightGrams()));
    row.put(QUANTITY, Integer.toString(variant.available()));
    row.put(PRICE, amount(variant.price()));
    row.put(FORMER_PRICE, variant.formerPrice() == null ? "" : amount(variant.formerPrice()));
    row.put(BARCODE, text(variant.barcode()));
    row.put(VARIANT_IMAGE, text(variant.picture()));
    row.put(WEIGHT_UNIT, variant.weightUnit().code());
  }

  private static VariantOption option(FileVariant variant, int index) {
    if (variant.options().isEmpty() && index == 0) {
      return VariantOption.NONE;
    }
    return index < variant.options().size()
        ? variant.options().get(index)
        : new VariantOption("", "");
  }

  /**
   * Which picture stands on which row, as places in the product's list; rows that only add a
   * picture come behind the variants.
   *
   * @param wanted for rows of variants, the picture that is to stand there, or -1 for none
   * @return a place for each row, or -1 for none
   */
  static List<Integer> pictures(FileProduct product, Map<Integer, Integer> wanted) {
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < product.pictures().size(); i++) {
      if (!wanted.containsValue(i)) {
        others.add(i);
      }
    }
    Map<Integer, Integer> placed = new HashMap<>(wanted);
    int row = 0;
    for (Integer picture : others) {
      while (placed.containsKey(row)) {
        row++;
      }
      placed.put(row, picture);
    }
    int rows = placed.keySet().stream().mapToInt(n -> n + 1).max().orElse(0);
    List<Integer> result = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      result.add(placed.getOrDefault(i, -1));
    }
    return result;
  }

  private static String amount(Money money) {
    return money.getAmount().toPlainString();
  }

  private static String plain(BigDecimal rating) {
    return rating.signum() == 0 ? "" : rating.stripTrailingZeros().toPlainString();
  }

  private static String count(Integer count) {
    return count == null || count == 0 ? "" : count.toString();
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
