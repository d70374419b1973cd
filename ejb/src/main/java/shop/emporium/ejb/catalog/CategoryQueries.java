package shop.emporium.ejb.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tree of categories. */
final class CategoryQueries {

  /** The language of the names in the table of categories itself. */
  static final String OWN_LANGUAGE = "en";

  private static final String ALL =
      """
      SELECT c.id, c.parent_id, c.slug, c.name, c.description, c.tint, pic.hash, pic.content_type,
             t.language, t.name AS translated_name, t.description AS translated_description
        FROM category c
        LEFT JOIN category_translation t ON t.category_id = c.id
        LEFT JOIN picture_source source ON source.source = c.picture
        LEFT JOIN picture pic ON pic.hash = source.hash
       ORDER BY c.position, c.name, c.id
      """;

  private CategoryQueries() {}

  static CategoryTree tree(Connection connection) throws SQLException {
    Map<Long, CategoryTree.Entry> entries = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        CategoryTree.Entry entry = entries.get(rows.getLong("id"));
        if (entry == null) {
          entry = entry(rows);
          entries.put(entry.id(), entry);
        }
        if (rows.getString("language") != null) {
          entry.names().put(rows.getString("language"), rows.getString("translated_name"));
          entry
              .descriptions()
              .put(rows.getString("language"), rows.getString("translated_description"));
        }
      }
    }
    return new CategoryTree(List.copyOf(entries.values()));
  }

  private static CategoryTree.Entry entry(ResultSet row) throws SQLException {
    return new CategoryTree.Entry(
        row.getLong("id"),
        (Long) row.getObject("parent_id"),
        row.getString("slug"),
        new HashMap<>(Map.of(OWN_LANGUAGE, row.getString("name"))),
        new HashMap<>(Map.of(OWN_LANGUAGE, row.getString("description"))),
        row.getString("tint"),
        Picture.of(row.getString("hash"), row.getString("content_type"), ""));
  }
}
