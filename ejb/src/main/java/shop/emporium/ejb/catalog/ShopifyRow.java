package shop.emporium.ejb.catalog;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One record of the file, its fields found by meaning and not by position.
 *
 * @param line where it begins in the file, from 1
 */
record ShopifyRow(
    long line, Map<ShopifyColumn, String> fields, Map<String, String> specifications) {

  /** The field's text without white space around it, or an empty text. */
  String get(ShopifyColumn column) {
    return fields.getOrDefault(column, "");
  }

  boolean has(ShopifyColumn column) {
    return !get(column).isEmpty();
  }

  static ShopifyRow of(long line, ShopifyHeader header, List<String> values) {
    Map<ShopifyColumn, String> fields = new EnumMap<>(ShopifyColumn.class);
    Map<String, String> specifications = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i).strip();
      if (!value.isEmpty()) {
        header.column(i).ifPresent(column -> fields.put(column, value));
        header.specification(i).ifPresent(name -> specifications.put(name, value));
      }
    }
    return new ShopifyRow(line, fields, specifications);
  }
}
