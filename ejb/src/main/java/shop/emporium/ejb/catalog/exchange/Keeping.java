package shop.emporium.ejb.catalog.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shop.emporium.domain.catalog.Specification;

/**
 * Finds what a product's own values do not say again when the shop writes them, so that it is kept
 * beside them, verbatim: columns that mean nothing to the shop, and fields that it writes in
 * another way, such as {@code TRUE}, a former price that is none, or HTML that was not harmless.
 *
 * <p>An empty field is kept only where the shop would write something there.
 */
final class Keeping {

  /** A longer text that merely repeats the first row's is not kept for each variant. */
  private static final int REPEATED = 200;

  private final Metafields metafields;

  Keeping(Metafields metafields) {
    this.metafields = metafields;
  }

  /**
   * The product with what is to be kept beside it.
   *
   * @param first the row that describes it
   * @param rows the row of each of its variants
   */
  FileProduct keep(FileProduct product, ShopifyRow first, List<ShopifyRow> rows) {
    Map<String, String> extra = new LinkedHashMap<>();
    Map<ShopifyColumn, String> written = ShopifyRows.of(product, 0);
    for (ShopifyColumn column : ShopifyColumn.values()) {
      if (column.isOfProduct()) {
        keep(extra, first, column, written.getOrDefault(column, ""));
      }
    }
    first.others().forEach((head, text) -> keep(extra, product, head, text));
    boolean isOwnPlacing = placesPictures(product, rows);
    List<FileVariant> variants = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ShopifyRow row = rows.get(i);
      Map<String, String> beside = ofVariant(product, i, first, row);
      if (isOwnPlacing) {
        beside.put(ShopifyColumn.IMAGE.title(), row.get(ShopifyColumn.IMAGE));
      }
      variants.add(product.variants().get(i).keeping(Map.copyOf(beside)));
    }
    return product.keeping(extra, List.copyOf(variants));
  }

  private static Map<String, String> ofVariant(
      FileProduct product, int index, ShopifyRow first, ShopifyRow row) {
    Map<String, String> extra = new LinkedHashMap<>();
    Map<ShopifyColumn, String> written = ShopifyRows.of(product, index);
    for (ShopifyColumn column : ShopifyColumn.OF_VARIANT) {
      keep(extra, row, column, written.getOrDefault(column, ""));
    }
    if (row.line() != first.line()) {
      keepWords(extra, first, row);
      extra.putAll(row.others());
    }
    return extra;
  }

  /** What a later row says about the product means nothing to the shop. */
  private static void keepWords(Map<String, String> extra, ShopifyRow first, ShopifyRow row) {
    for (ShopifyColumn column : ShopifyColumn.values()) {
      String text = row.raw(column);
      boolean repeats = text.length() > REPEATED && text.equals(first.raw(column));
      if (column.isOfProduct() && column != ShopifyColumn.HANDLE && !repeats && !text.isEmpty()) {
        extra.put(column.title(), text);
      }
    }
  }

  private static void keep(
      Map<String, String> extra, ShopifyRow row, ShopifyColumn column, String written) {
    if (row.knows(column) && !row.raw(column).equals(written)) {
      extra.put(column.title(), row.raw(column));
    }
  }

  private void keep(Map<String, String> extra, FileProduct product, String head, String text) {
    boolean isSaid =
        Metafields.specification(head)
            .filter(name -> metafields.headOf(name).equals(head))
            .filter(name -> product.specifications().contains(new Specification(name, text)))
            .isPresent();
    if (!isSaid) {
      extra.put(head, text);
    }
  }

  /** Whether the pictures stand on other rows of variants than those where the shop puts them. */
  private static boolean placesPictures(FileProduct product, List<ShopifyRow> rows) {
    List<Integer> places = ShopifyRows.pictures(product, Map.of());
    for (int i = 0; i < rows.size(); i++) {
      String source = rows.get(i).get(ShopifyColumn.IMAGE);
      String written = i < places.size() ? product.pictures().get(places.get(i)).getSource() : "";
      if (rows.get(i).knows(ShopifyColumn.IMAGE) && !source.equals(written)) {
        return true;
      }
    }
    return false;
  }
}
