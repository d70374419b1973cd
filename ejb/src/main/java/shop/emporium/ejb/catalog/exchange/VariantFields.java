package shop.emporium.ejb.catalog.exchange;

import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.BARCODE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.FORMER_PRICE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.GRAMS;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.PRICE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.QUANTITY;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.SKU;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.VARIANT_IMAGE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.WEIGHT_UNIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.catalog.Product;
import shop.emporium.domain.catalog.ProductVariant;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.domain.catalog.WeightUnit;
import shop.emporium.domain.shared.Price;
import shop.emporium.domain.shared.Slug;

/** Reads a row's variant, and has the rules of {@link ProductVariant} check it. */
final class VariantFields {

  /** The longest address of a picture. */
  static final int MAX_SOURCE = 2000;

  private static final int MAX_STOCK = 10_000_000;
  private static final int MAX_GRAMS = 100_000_000;

  private final CurrencyUnit currency;

  VariantFields(CurrencyUnit currency) {
    this.currency = currency;
  }

  /**
   * The variant of this row.
   *
   * @param first the product's first row, which may name the options for all
   * @throws IllegalArgumentException when the row is wrong, with the column and the reason
   */
  FileVariant read(String slug, ShopifyRow first, ShopifyRow row) {
    ProductVariant variant =
        new Product(slug, Instant.EPOCH).variant(sku(slug, first, row), 1, options(first, row));
    variant.price(price(row), row.has(FORMER_PRICE) ? money(row, FORMER_PRICE) : null);
    variant.stock(Texts.number(row, QUANTITY, MAX_STOCK));
    variant.label(Texts.number(row, GRAMS, MAX_GRAMS), Texts.optional(row, BARCODE, 100));
    return new FileVariant(
        variant.getSku(),
        variant.getOptions(),
        variant.getPrice(),
        variant.getFormerPrice(),
        variant.getAvailable(),
        variant.getWeightGrams(),
        WeightUnit.of(row.get(WEIGHT_UNIT)).orElse(WeightUnit.G),
        variant.getBarcode(),
        picture(row),
        Map.of());
  }

  private Money price(ShopifyRow row) {
    return money(row, PRICE);
  }

  /** A variant without an SKU gets one that the next import of the same file finds again. */
  private static String sku(String slug, ShopifyRow first, ShopifyRow row) {
    return row.has(SKU)
        ? Texts.limited(row.get(SKU), SKU, 100)
        : derivedSku(slug, options(first, row));
  }

  private static String derivedSku(String slug, List<VariantOption> options) {
    StringBuilder sku = new StringBuilder(slug);
    options.forEach(option -> sku.append('-').append(option.value()));
    String derived = Slug.of(sku.toString()).toUpperCase(Locale.ROOT);
    return derived.length() <= 100
        ? derived
        : derived.substring(0, 84) + '-' + Integer.toHexString(derived.hashCode());
  }

  static List<VariantOption> options(ShopifyRow first, ShopifyRow row) {
    List<VariantOption> options = new ArrayList<>();
    for (int i = 0; i < ProductVariant.MAX_OPTIONS; i++) {
      ShopifyColumn column = ShopifyColumn.nameOfOption(i);
      String name = row.has(column) ? row.get(column) : first.get(column);
      addOption(options, name.isEmpty() ? "Option" : name, row, i);
    }
    return options;
  }

  private static void addOption(
      List<VariantOption> options, String name, ShopifyRow row, int index) {
    ShopifyColumn column = ShopifyColumn.valueOfOption(index);
    VariantOption option = new VariantOption(name, row.get(column));
    if (!option.value().isEmpty() && !option.equals(VariantOption.NONE)) {
      Texts.limited(name, ShopifyColumn.nameOfOption(index), 100);
      Texts.limited(option.value(), column, 255);
      options.add(option);
    }
  }

  private static String picture(ShopifyRow row) {
    return row.has(VARIANT_IMAGE) && row.get(VARIANT_IMAGE).length() <= MAX_SOURCE
        ? row.get(VARIANT_IMAGE)
        : null;
  }

  private Money money(ShopifyRow row, ShopifyColumn column) {
    try {
      return Price.parse(row.get(column), currency);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          column.title() + " \"" + Texts.cut(row.get(column), 40) + "\" is " + wrong.getMessage(),
          wrong);
    }
  }
}
