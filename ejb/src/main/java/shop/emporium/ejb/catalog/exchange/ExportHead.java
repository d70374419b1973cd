package shop.emporium.ejb.catalog.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The columns of an exported file: Shopify's own in Shopify's order, then metafields, then all
 * other heads, both in the order in which files first brought them.
 */
final class ExportHead {

  private static final String METAFIELD = "(product.metafields.";

  /** The key under which a line has its text, beside the head that the file shows. */
  private record Column(String head, String key) {}

  private final List<Column> columns = new ArrayList<>();

  /**
   * The head of a file.
   *
   * @param metafields the heads that files brought
   * @param sheetNames names of all lines of data sheets
   */
  ExportHead(Metafields metafields, Collection<String> sheetNames) {
    ShopifyFile.HEADS.forEach(head -> columns.add(new Column(head, head)));
    for (ShopifyColumn column : ShopifyColumn.METAFIELDS) {
      if (metafields.heads().stream().noneMatch(column::isCalled)) {
        columns.add(new Column(column.title(), column.title()));
      }
    }
    metafields.heads().stream().filter(ExportHead::isMetafield).forEach(this::add);
    sheetNames.stream().sorted().map(metafields::headOf).forEach(this::add);
    metafields.heads().stream().filter(head -> !isMetafield(head)).forEach(this::add);
  }

  private static boolean isMetafield(String head) {
    return head.contains(METAFIELD);
  }

  private void add(String head) {
    String key =
        ShopifyColumn.METAFIELDS.stream()
            .filter(column -> column.isCalled(head))
            .map(ShopifyColumn::title)
            .findFirst()
            .orElse(head);
    if (columns.stream().noneMatch(column -> column.key().equals(key))) {
      columns.add(new Column(head, key));
    }
  }

  List<String> heads() {
    return columns.stream().map(Column::head).toList();
  }

  /** The fields of a line, in the order of the heads. */
  List<String> fields(Map<String, String> line) {
    return columns.stream().map(column -> line.getOrDefault(column.key(), "")).toList();
  }
}
