package shop.emporium.ejb.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The head of the file: which column stands where.
 *
 * <p>Columns come in any order; unknown ones are passed over. A custom column such as {@code
 * Material (product.metafields.specification.material)} becomes a line of the data sheet.
 */
final class ShopifyHeader {

  private static final Pattern SPECIFICATION =
      Pattern.compile("(.{1,100}) \\(product\\.metafields\\.(specification|custom)\\.[^)]+\\)");

  private final List<Optional<ShopifyColumn>> columns = new ArrayList<>();
  private final List<Optional<String>> specifications = new ArrayList<>();

  /**
   * Reads the head.
   *
   * @throws CatalogueFileException when a column is missing without which nothing can be imported
   */
  ShopifyHeader(List<String> heads) {
    for (String head : heads) {
      columns.add(
          Arrays.stream(ShopifyColumn.values())
              .filter(column -> column.isCalled(head))
              .findFirst());
      Matcher matcher = SPECIFICATION.matcher(head.strip());
      specifications.add(matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty());
    }
    String missing =
        Stream.of(ShopifyColumn.HANDLE, ShopifyColumn.TITLE, ShopifyColumn.PRICE)
            .filter(column -> !columns.contains(Optional.of(column)))
            .map(ShopifyColumn::title)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new CatalogueFileException(
          "This is no Shopify product file: it has no column " + missing);
    }
  }

  Optional<ShopifyColumn> column(int index) {
    return index < columns.size() ? columns.get(index) : Optional.empty();
  }

  Optional<String> specification(int index) {
    return index < specifications.size() ? specifications.get(index) : Optional.empty();
  }
}
