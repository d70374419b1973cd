package shop.emporium.ejb.catalog.exchange;

import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import shop.emporium.domain.shared.Slug;

/**
 * Tells whether two ways of writing mean the same to the shop: {@code 12} and {@code 12.00}, {@code
 * TRUE} and {@code true}, HTML before and after it was made harmless.
 */
final class Meanings {

  private final VariantFields variants;

  Meanings(VariantFields variants) {
    this.variants = variants;
  }

  /**
   * Whether a text in this column of a row means what the row already says.
   *
   * @param first the first row of the same product, as it will be written
   */
  boolean isSame(ShopifyRow first, ShopifyRow row, ShopifyColumn column, String text) {
    Optional<Object> now = meaning(first, row, column);
    return now.isPresent() && Objects.equals(now, meaning(first, row.with(column, text), column));
  }

  private Optional<Object> meaning(ShopifyRow first, ShopifyRow row, ShopifyColumn column) {
    try {
      return Optional.of(
          ShopifyColumn.OF_VARIANT.contains(column)
              ? variants.read(Slug.of(first.get(ShopifyColumn.HANDLE)), first, row)
              : ofProduct(row, column));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static Object ofProduct(ShopifyRow row, ShopifyColumn column) {
    return switch (column) {
      case HANDLE -> Slug.of(row.get(column));
      case BODY -> Html.sanitise(row.get(column));
      case VENDOR -> Slug.of(ProductFields.brand(row));
      case CATEGORY ->
          ProductFields.category(row).stream().map(Slug::of).collect(Collectors.toList());
      case TAGS -> new TreeSet<>(ProductFields.tags(row));
      case PUBLISHED -> ProductFields.published(row);
      case STATUS -> ProductFields.status(row);
      case SEO_TITLE -> Texts.cut(row.get(column), ShopifyProducts.MAX_SEO_TITLE);
      case SEO_DESCRIPTION -> Texts.cut(row.get(column), ShopifyProducts.MAX_SEO_DESCRIPTION);
      case RATING -> Ratings.average(row);
      case RATING_COUNT -> Ratings.count(row);
      case RELATED -> ProductFields.related(row);
      default -> row.get(column);
    };
  }
}
