package shop.emporium.ejb.catalog;

import static shop.emporium.ejb.catalog.ShopifyColumn.BARCODE;
import static shop.emporium.ejb.catalog.ShopifyColumn.BODY;
import static shop.emporium.ejb.catalog.ShopifyColumn.CATEGORY;
import static shop.emporium.ejb.catalog.ShopifyColumn.FORMER_PRICE;
import static shop.emporium.ejb.catalog.ShopifyColumn.GRAMS;
import static shop.emporium.ejb.catalog.ShopifyColumn.HANDLE;
import static shop.emporium.ejb.catalog.ShopifyColumn.IMAGE;
import static shop.emporium.ejb.catalog.ShopifyColumn.IMAGE_ALT;
import static shop.emporium.ejb.catalog.ShopifyColumn.IMAGE_POSITION;
import static shop.emporium.ejb.catalog.ShopifyColumn.OPTION1_NAME;
import static shop.emporium.ejb.catalog.ShopifyColumn.OPTION1_VALUE;
import static shop.emporium.ejb.catalog.ShopifyColumn.OPTION2_NAME;
import static shop.emporium.ejb.catalog.ShopifyColumn.OPTION2_VALUE;
import static shop.emporium.ejb.catalog.ShopifyColumn.OPTION3_NAME;
import static shop.emporium.ejb.catalog.ShopifyColumn.OPTION3_VALUE;
import static shop.emporium.ejb.catalog.ShopifyColumn.PRICE;
import static shop.emporium.ejb.catalog.ShopifyColumn.PUBLISHED;
import static shop.emporium.ejb.catalog.ShopifyColumn.QUANTITY;
import static shop.emporium.ejb.catalog.ShopifyColumn.SEO_DESCRIPTION;
import static shop.emporium.ejb.catalog.ShopifyColumn.SEO_TITLE;
import static shop.emporium.ejb.catalog.ShopifyColumn.SKU;
import static shop.emporium.ejb.catalog.ShopifyColumn.STATUS;
import static shop.emporium.ejb.catalog.ShopifyColumn.TAGS;
import static shop.emporium.ejb.catalog.ShopifyColumn.TITLE;
import static shop.emporium.ejb.catalog.ShopifyColumn.TYPE;
import static shop.emporium.ejb.catalog.ShopifyColumn.VENDOR;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.catalog.ProductPicture;
import shop.emporium.domain.catalog.ProductStatus;
import shop.emporium.domain.catalog.Specification;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.domain.shared.Price;
import shop.emporium.domain.shared.Slug;
import shop.emporium.ejb.catalog.ImportedProduct.ImportedVariant;

/**
 * Makes a product of the rows that share a handle: the first describes it, and each may add a
 * variant, a picture or both.
 *
 * <p>A row that is wrong is reported and left out; the rest of the product goes in. A product
 * without one good variant is left out as a whole.
 */
final class ShopifyProducts {

  private static final int MAX_STOCK = 10_000_000;
  private static final int MAX_GRAMS = 100_000_000;

  private final CurrencyUnit currency;
  private final ImportReport report;

  ShopifyProducts(CurrencyUnit currency, ImportReport report) {
    this.currency = currency;
    this.report = report;
  }

  Optional<ImportedProduct> assemble(List<ShopifyRow> rows) {
    ShopifyRow first = rows.get(0);
    try {
      String slug = Slug.of(first.get(HANDLE));
      List<ImportedVariant> variants = variants(slug, rows);
      if (variants.isEmpty()) {
        throw new IllegalArgumentException("no row of " + slug + " has a price");
      }
      return Optional.of(
          new ImportedProduct(
              first.line(),
              slug,
              required(first, TITLE, 255),
              Html.sanitise(first.get(BODY)),
              named(first.has(VENDOR) ? first.get(VENDOR) : "Unbranded", VENDOR),
              named(category(first), TYPE),
              status(first),
              optional(first, SEO_TITLE, 255),
              optional(first, SEO_DESCRIPTION, 1000),
              tags(first),
              specifications(first),
              pictures(rows),
              variants));
    } catch (IllegalArgumentException wrong) {
      report.complain(first.line(), wrong.getMessage());
      return Optional.empty();
    }
  }

  private List<ImportedVariant> variants(String slug, List<ShopifyRow> rows) {
    List<ImportedVariant> variants = new ArrayList<>();
    Set<String> skus = new HashSet<>();
    for (ShopifyRow row : rows) {
      if (!row.has(PRICE) && !row.has(OPTION1_VALUE)) {
        continue; // A row that only adds a picture.
      }
      try {
        ImportedVariant variant = variant(slug, rows.get(0), row);
        if (!skus.add(variant.sku())) {
          throw new IllegalArgumentException(
              "SKU " + variant.sku() + " stands twice in one product");
        }
        variants.add(variant);
      } catch (IllegalArgumentException wrong) {
        report.complain(row.line(), wrong.getMessage());
      }
    }
    return variants;
  }

  private ImportedVariant variant(String slug, ShopifyRow first, ShopifyRow row) {
    List<VariantOption> options = options(first, row);
    Money price = money(row, PRICE);
    return new ImportedVariant(
        row.has(SKU) ? limited(row.get(SKU), SKU, 100) : derivedSku(slug, options),
        options,
        price,
        row.has(FORMER_PRICE) ? money(row, FORMER_PRICE) : null,
        number(row, QUANTITY, MAX_STOCK),
        number(row, GRAMS, MAX_GRAMS),
        optional(row, BARCODE, 100));
  }

  /** A variant without an SKU gets one that the next import of the same file finds again. */
  private static String derivedSku(String slug, List<VariantOption> options) {
    StringBuilder sku = new StringBuilder(slug);
    options.forEach(option -> sku.append('-').append(option.value()));
    String derived = Slug.of(sku.toString()).toUpperCase(Locale.ROOT);
    return derived.length() <= 100
        ? derived
        : derived.substring(0, 84) + '-' + Integer.toHexString(derived.hashCode());
  }

  private static List<VariantOption> options(ShopifyRow first, ShopifyRow row) {
    List<VariantOption> options = new ArrayList<>();
    addOption(options, first.get(OPTION1_NAME), row.get(OPTION1_VALUE));
    addOption(options, first.get(OPTION2_NAME), row.get(OPTION2_VALUE));
    addOption(options, first.get(OPTION3_NAME), row.get(OPTION3_VALUE));
    return options;
  }

  private static void addOption(List<VariantOption> options, String name, String value) {
    VariantOption option = new VariantOption(name.isEmpty() ? "Option" : name, value);
    if (!value.isEmpty() && !option.equals(VariantOption.NONE)) {
      options.add(option);
    }
  }

  private static String category(ShopifyRow row) {
    if (row.has(TYPE)) {
      return row.get(TYPE);
    }
    String path = row.has(CATEGORY) ? row.get(CATEGORY) : "Everything else";
    return path.substring(path.lastIndexOf('>') + 1).strip();
  }

  private static ProductStatus status(ShopifyRow row) {
    if (!row.has(STATUS)) {
      return row.get(PUBLISHED).equalsIgnoreCase("false")
          ? ProductStatus.DRAFT
          : ProductStatus.ACTIVE;
    }
    try {
      return ProductStatus.valueOf(row.get(STATUS).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "Status \"" + row.get(STATUS) + "\" is none of active, draft, archived", unknown);
    }
  }

  private static List<String> tags(ShopifyRow row) {
    return Arrays.stream(row.get(TAGS).split(","))
        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
        .filter(tag -> !tag.isEmpty() && tag.length() <= 255)
        .distinct()
        .limit(250)
        .toList();
  }

  private static List<Specification> specifications(ShopifyRow row) {
    return row.specifications().entrySet().stream()
        .map(entry -> new Specification(entry.getKey(), cut(entry.getValue(), 1000)))
        .toList();
  }

  private static List<ProductPicture> pictures(List<ShopifyRow> rows) {
    return rows.stream()
        .filter(row -> row.has(IMAGE) && row.get(IMAGE).length() <= 2000)
        .sorted(Comparator.comparing(ShopifyProducts::imagePosition))
        .map(row -> new ProductPicture(row.get(IMAGE), cut(row.get(IMAGE_ALT), 512)))
        .distinct()
        .toList();
  }

  private static int imagePosition(ShopifyRow row) {
    return row.get(IMAGE_POSITION).matches("[0-9]{1,6}")
        ? Integer.parseInt(row.get(IMAGE_POSITION))
        : Integer.MAX_VALUE;
  }

  private Money money(ShopifyRow row, ShopifyColumn column) {
    try {
      return Price.parse(row.get(column), currency);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          column.title() + " \"" + cut(row.get(column), 40) + "\" is " + wrong.getMessage(), wrong);
    }
  }

  /**
   * A count that Shopify may write as 12 or 12.0; a stock below zero means that nothing is there to
   * sell.
   */
  private static int number(ShopifyRow row, ShopifyColumn column, int max) {
    if (!row.has(column)) {
      return 0;
    }
    String text = row.get(column);
    if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException(
          column.title() + " \"" + cut(text, 40) + "\" is no number");
    }
    BigDecimal value = new BigDecimal(text).setScale(0, RoundingMode.HALF_UP);
    if (value.compareTo(BigDecimal.valueOf(max)) > 0) {
      throw new IllegalArgumentException(column.title() + " " + text + " is above " + max);
    }
    return Math.max(0, value.intValueExact());
  }

  private static String required(ShopifyRow row, ShopifyColumn column, int max) {
    if (!row.has(column)) {
      throw new IllegalArgumentException(column.title() + " is empty");
    }
    return limited(row.get(column), column, max);
  }

  /** A name of which an address is made: it needs a letter or a digit. */
  private static String named(String name, ShopifyColumn column) {
    Slug.of(limited(name, column, 100));
    return name;
  }

  private static String limited(String text, ShopifyColumn column, int max) {
    if (text.length() > max) {
      throw new IllegalArgumentException(column.title() + " is longer than " + max + " characters");
    }
    return text;
  }

  private static String optional(ShopifyRow row, ShopifyColumn column, int max) {
    return row.has(column) ? cut(row.get(column), max) : null;
  }

  private static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }
}
