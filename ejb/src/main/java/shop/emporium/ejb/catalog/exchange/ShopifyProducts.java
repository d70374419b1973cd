package shop.emporium.ejb.catalog.exchange;

import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.BODY;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.HANDLE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.IMAGE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.IMAGE_ALT;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.IMAGE_POSITION;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.RELATED;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.SEO_DESCRIPTION;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.SEO_TITLE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.TITLE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.TYPE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shop.emporium.domain.catalog.ProductPicture;
import shop.emporium.domain.catalog.Specification;
import shop.emporium.domain.shared.Slug;

/**
 * Makes a product of the rows that share a handle: the first describes it, and each may add a
 * variant, a picture or both.
 *
 * <p>A row that is wrong is reported and left out; the rest of the product goes in. A product
 * without one good variant is left out as a whole.
 */
final class ShopifyProducts {

  static final int MAX_SEO_TITLE = 255;
  static final int MAX_SEO_DESCRIPTION = 1000;
  private static final int MAX_TITLE = 255;
  private static final int MAX_TYPE = 255;
  private static final int MAX_ALT = 512;
  private static final int MAX_VALUE = 1000;

  private final VariantFields fields;
  private final Keeping keeping;
  private final ImportReport report;

  ShopifyProducts(VariantFields fields, Metafields metafields, ImportReport report) {
    this.fields = fields;
    this.keeping = new Keeping(metafields);
    this.report = report;
  }

  Optional<FileProduct> assemble(List<ShopifyRow> all) {
    ShopifyRow first = all.get(0);
    try {
      requireText(first);
      String slug = Slug.of(first.get(HANDLE));
      List<ShopifyRow> rows = new ArrayList<>();
      List<FileVariant> variants = variants(slug, all, rows);
      if (variants.isEmpty()) {
        if (all.stream().noneMatch(ShopifyRow::isVariant)) {
          throw new IllegalArgumentException("no row of " + slug + " has a price");
        }
        return Optional.empty(); // What is wrong with each row has been said.
      }
      return Optional.of(keeping.keep(describe(slug, first, all, variants), first, rows));
    } catch (IllegalArgumentException wrong) {
      report.complain(first.line(), wrong.getMessage());
      return Optional.empty();
    }
  }

  private static FileProduct describe(
      String slug, ShopifyRow first, List<ShopifyRow> rows, List<FileVariant> variants) {
    return new FileProduct(
        first.line(),
        slug,
        Texts.required(first, TITLE, MAX_TITLE),
        Html.sanitise(first.get(BODY)),
        ProductFields.brand(first),
        ProductFields.category(first),
        first.has(TYPE) ? Texts.limited(first.get(TYPE), TYPE, MAX_TYPE) : null,
        ProductFields.status(first),
        ProductFields.published(first),
        Texts.optional(first, SEO_TITLE, MAX_SEO_TITLE),
        Texts.optional(first, SEO_DESCRIPTION, MAX_SEO_DESCRIPTION),
        Ratings.average(first),
        Ratings.count(first),
        ProductFields.tags(first),
        specifications(first),
        pictures(rows),
        first.knows(RELATED) ? ProductFields.related(first) : null,
        Map.of(),
        variants);
  }

  /** Reads the variants; their rows go into the second list. */
  private List<FileVariant> variants(String slug, List<ShopifyRow> all, List<ShopifyRow> rows) {
    List<FileVariant> variants = new ArrayList<>();
    Set<String> skus = new HashSet<>();
    for (ShopifyRow row : all) {
      if (!row.isVariant()) {
        continue; // It only adds a picture.
      }
      try {
        requireText(row);
        FileVariant variant = fields.read(slug, all.get(0), row);
        if (!skus.add(variant.sku())) {
          throw new IllegalArgumentException(
              "SKU " + variant.sku() + " stands twice in one product");
        }
        variants.add(variant);
        rows.add(row);
      } catch (IllegalArgumentException wrong) {
        report.complain(row.line(), wrong.getMessage());
      }
    }
    return variants;
  }

  /** PostgreSQL keeps no null characters; programs that write them have lost their way. */
  private static void requireText(ShopifyRow row) {
    if (Stream.concat(row.fields().values().stream(), row.others().values().stream())
        .anyMatch(text -> text.indexOf('\0') >= 0)) {
      throw new IllegalArgumentException("the row holds a null character");
    }
  }

  private static List<Specification> specifications(ShopifyRow row) {
    List<Specification> lines = new ArrayList<>();
    row.others()
        .forEach(
            (head, text) ->
                Metafields.specification(head)
                    .ifPresent(name -> lines.add(specification(name, text))));
    return List.copyOf(lines);
  }

  /** A line of the data sheet, its value cut to what fits. */
  static Specification specification(String name, String text) {
    return new Specification(name, Texts.cut(text.strip(), MAX_VALUE));
  }

  private static List<ProductPicture> pictures(List<ShopifyRow> rows) {
    return rows.stream()
        .filter(row -> row.has(IMAGE) && row.get(IMAGE).length() <= VariantFields.MAX_SOURCE)
        .filter(row -> (row.get(IMAGE) + row.get(IMAGE_ALT)).indexOf('\0') < 0)
        .sorted(Comparator.comparing(ShopifyProducts::imagePosition))
        .map(row -> new ProductPicture(row.get(IMAGE), Texts.cut(row.get(IMAGE_ALT), MAX_ALT)))
        .distinct()
        .toList();
  }

  private static int imagePosition(ShopifyRow row) {
    return row.get(IMAGE_POSITION).matches("[0-9]{1,6}")
        ? Integer.parseInt(row.get(IMAGE_POSITION))
        : Integer.MAX_VALUE;
  }
}
