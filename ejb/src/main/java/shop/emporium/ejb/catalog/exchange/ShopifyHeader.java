package shop.emporium.ejb.catalog.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.emporium.ejb.catalog.CatalogueFileException;

/**
 * The head of the file: which column stands where. Columns come in any order, spelled in any case.
 */
final class ShopifyHeader {

  private static final int MAX_COLUMNS = 2_000;
  private static final int MAX_HEAD = 500;

  /**
   * A column of this file.
   *
   * @param meaning empty when the shop has no place of its own for it
   */
  record Field(String head, Optional<ShopifyColumn> meaning) {}

  private final List<Field> fields = new ArrayList<>();
  private final Set<ShopifyColumn> columns = EnumSet.noneOf(ShopifyColumn.class);

  /**
   * Reads the head.
   *
   * @throws CatalogueFileException when a column is missing without which nothing can be imported
   */
  ShopifyHeader(List<String> heads) {
    if (heads.size() > MAX_COLUMNS) {
      throw new CatalogueFileException("The file has more than " + MAX_COLUMNS + " columns");
    }
    for (String head : heads) {
      fields.add(field(head.strip()));
    }
    String missing =
        Stream.of(ShopifyColumn.HANDLE, ShopifyColumn.TITLE, ShopifyColumn.PRICE)
            .filter(column -> !columns.contains(column))
            .map(ShopifyColumn::title)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new CatalogueFileException(
          "This is no Shopify product file: it has no column " + missing);
    }
  }

  /** A second column of the same meaning, such as an older beside a newer name, is only kept. */
  private Field field(String head) {
    if (head.length() > MAX_HEAD || head.indexOf('\0') >= 0) {
      throw new CatalogueFileException(
          "The head of a column is longer than " + MAX_HEAD + " characters, or no text");
    }
    return new Field(
        ShopifyFile.spelled(head),
        Arrays.stream(ShopifyColumn.values())
            .filter(column -> column.isCalled(head))
            .findFirst()
            .filter(columns::add));
  }

  /** The field at this place of a row; empty behind the last head. */
  Optional<Field> field(int index) {
    return index < fields.size() ? Optional.of(fields.get(index)) : Optional.empty();
  }

  boolean has(ShopifyColumn column) {
    return columns.contains(column);
  }

  /** The heads that Shopify's own file does not have, in the order of this file. */
  List<String> foreignHeads() {
    return fields.stream()
        .filter(field -> field.meaning().map(ShopifyColumn.METAFIELDS::contains).orElse(true))
        .map(Field::head)
        .filter(head -> !head.isEmpty() && !ShopifyFile.HEADS.contains(head))
        .distinct()
        .toList();
  }
}
