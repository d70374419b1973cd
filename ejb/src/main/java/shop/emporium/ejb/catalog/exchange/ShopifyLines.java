package shop.emporium.ejb.catalog.exchange;

import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.HANDLE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.IMAGE;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.IMAGE_ALT;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.IMAGE_POSITION;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shop.emporium.domain.catalog.ProductPicture;
import shop.emporium.domain.catalog.Specification;

/**
 * Writes a product as lines of a file: its values, and where they still say the same, the texts
 * that were kept beside them.
 *
 * <p>A kept text gives way when the shop changed what it stands for: a price set since the import
 * is written, not the one of the file.
 */
final class ShopifyLines {

  private static final List<ShopifyColumn> OF_PRODUCT =
      List.of(ShopifyColumn.values()).stream().filter(ShopifyColumn::isOfProduct).toList();

  private final Metafields metafields;
  private final Meanings meanings;

  ShopifyLines(Metafields metafields, Meanings meanings) {
    this.metafields = metafields;
    this.meanings = meanings;
  }

  /** The lines, each a text by the head of its column. */
  List<Map<String, String>> of(FileProduct product) {
    List<Integer> pictures = ShopifyRows.pictures(product, wantedPictures(product));
    int rows = Math.max(1, Math.max(product.variants().size(), pictures.size()));
    List<Map<String, String>> lines = new ArrayList<>();
    ShopifyRow first = null;
    for (int i = 0; i < rows; i++) {
      Map<ShopifyColumn, String> fields = new EnumMap<>(ShopifyRows.of(product, i));
      if (first != null) {
        fields.put(HANDLE, first.raw(HANDLE));
      }
      if (i < pictures.size() && pictures.get(i) >= 0) {
        show(fields, product.pictures().get(pictures.get(i)), pictures.get(i) + 1);
      }
      ShopifyRow row = new ShopifyRow(0, fields, Map.of());
      if (first == null) {
        row = overlay(row, row, product.extra(), OF_PRODUCT);
        first = row;
      }
      Map<String, String> line = new LinkedHashMap<>();
      if (i < product.variants().size()) {
        row = ofVariant(first, row, product.variants().get(i).extra(), i == 0);
      }
      row.fields().forEach((column, text) -> line.put(column.title(), text));
      addOthers(line, product, i);
      lines.add(line);
    }
    return lines;
  }

  private ShopifyRow ofVariant(
      ShopifyRow first, ShopifyRow row, Map<String, String> kept, boolean isFirst) {
    ShopifyRow options = row;
    for (ShopifyColumn column : ShopifyColumn.OF_OPTIONS) {
      String text = kept.get(column.title());
      options = text == null ? options : options.with(column, text);
    }
    ShopifyRow beside = isFirst ? options : first;
    boolean sameOptions = optionsOf(beside, options).equals(optionsOf(isFirst ? row : first, row));
    ShopifyRow written = sameOptions ? options : row;
    return overlay(
        isFirst ? written : first,
        written,
        kept,
        ShopifyColumn.OF_VARIANT.stream()
            .filter(column -> !ShopifyColumn.OF_OPTIONS.contains(column))
            .toList());
  }

  private static List<?> optionsOf(ShopifyRow first, ShopifyRow row) {
    try {
      return VariantFields.options(first, row);
    } catch (IllegalArgumentException wrong) {
      return List.of(wrong);
    }
  }

  private ShopifyRow overlay(
      ShopifyRow first, ShopifyRow row, Map<String, String> kept, List<ShopifyColumn> columns) {
    ShopifyRow result = row;
    for (ShopifyColumn column : columns) {
      String text = kept.get(column.title());
      if (text != null && meanings.isSame(first, result, column, text)) {
        result = result.with(column, text);
      }
    }
    return result;
  }

  private void addOthers(Map<String, String> line, FileProduct product, int index) {
    if (index == 0) {
      List<Specification> sheet = new ArrayList<>(product.specifications());
      product.extra().forEach((head, text) -> addKept(line, sheet, head, text));
      for (Specification entry : sheet) {
        line.putIfAbsent(metafields.headOf(entry.getName()), entry.getValue());
      }
    }
    if (index < product.variants().size()) {
      Map<String, String> kept = product.variants().get(index).extra();
      kept.forEach(
          (head, text) -> {
            if (!ShopifyColumn.isTitle(head)) {
              line.put(head, text);
            }
          });
      if (index > 0) {
        OF_PRODUCT.stream()
            .filter(column -> column != HANDLE && kept.containsKey(column.title()))
            .forEach(column -> line.put(column.title(), kept.get(column.title())));
      }
    }
  }

  /** A kept line of the data sheet is written while the sheet still has it. */
  private static void addKept(
      Map<String, String> line, List<Specification> sheet, String head, String text) {
    boolean isStale =
        Metafields.specification(head)
            .map(name -> !sheet.remove(ShopifyProducts.specification(name, text)))
            .orElse(false);
    if (!isStale && !ShopifyColumn.isTitle(head)) {
      line.put(head, text);
    }
  }

  private static Map<Integer, Integer> wantedPictures(FileProduct product) {
    Map<Integer, Integer> wanted = new HashMap<>();
    List<String> sources = product.pictures().stream().map(ProductPicture::getSource).toList();
    for (int i = 0; i < product.variants().size(); i++) {
      String source = product.variants().get(i).extra().get(IMAGE.title());
      if (source != null && (source.isEmpty() || sources.contains(source))) {
        wanted.put(i, sources.indexOf(source));
      }
    }
    return wanted;
  }

  private static void show(Map<ShopifyColumn, String> fields, ProductPicture picture, int place) {
    fields.put(IMAGE, picture.getSource());
    fields.put(IMAGE_POSITION, Integer.toString(place));
    fields.put(IMAGE_ALT, picture.getAlt());
  }
}
