package shop.emporium.ejb.catalog.exchange;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One record of the file, its fields found by meaning and not by position.
 *
 * @param line where it begins in the file, from 1
 * @param fields of each understood column that the file has, as they are written
 * @param others what stands under all other heads, empty fields left out
 */
record ShopifyRow(long line, Map<ShopifyColumn, String> fields, Map<String, String> others) {

  /** The field's text without white space around it, or an empty text. */
  String get(ShopifyColumn column) {
    return raw(column).strip();
  }

  /** The field's text as it is written, or an empty text. */
  String raw(ShopifyColumn column) {
    return fields.getOrDefault(column, "");
  }

  boolean has(ShopifyColumn column) {
    return !get(column).isEmpty();
  }

  /** Whether the file has this column at all. */
  boolean knows(ShopifyColumn column) {
    return fields.containsKey(column);
  }

  /** Whether this row is a variant; else it only adds a picture. */
  boolean isVariant() {
    return has(ShopifyColumn.PRICE) || has(ShopifyColumn.OPTION1_VALUE);
  }

  /** The same row with another text in one column. */
  ShopifyRow with(ShopifyColumn column, String text) {
    Map<ShopifyColumn, String> changed = new EnumMap<>(ShopifyColumn.class);
    changed.putAll(fields);
    changed.put(column, text);
    return new ShopifyRow(line, changed, others);
  }

  static ShopifyRow of(long line, ShopifyHeader header, List<String> values) {
    Map<ShopifyColumn, String> fields = new EnumMap<>(ShopifyColumn.class);
    Map<String, String> others = new LinkedHashMap<>();
    for (ShopifyColumn column : ShopifyColumn.values()) {
      if (header.has(column)) {
        fields.put(column, "");
      }
    }
    for (int i = 0; i < values.size(); i++) {
      Optional<ShopifyHeader.Field> field = header.field(i);
      String value = values.get(i);
      if (field.isEmpty() || value.isBlank()) {
        continue;
      }
      if (field.get().meaning().isPresent()) {
        fields.put(field.get().meaning().get(), value);
      } else if (!field.get().head().isEmpty()) {
        others.put(field.get().head(), value);
      }
    }
    return new ShopifyRow(line, fields, others);
  }
}
