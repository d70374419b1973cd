package shop.emporium.ejb.catalog.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the rows of a batch, each table with one statement or two, and only rows that differ.
 * Every method yields the ids of the products of which it wrote something.
 *
 * <p>Rows are written in the order of their names, so that two imports at a time wait for each
 * other in the same order.
 */
final class ProductTables {

  private static final String PRODUCTS =
      """
      INSERT INTO product AS p (id, slug, name, brand_id, category_id, description, seo_title, seo_description, status, published,
             product_type, rating_average, rating_count, extra, imported_by, created_at, updated_at)
      SELECT id, slug, name, brand_id, category_id, description, seo_title, seo_description, status, published,
             product_type, coalesce(rating_average, 0), coalesce(rating_count, 0), extra, ?, now(), now()
        FROM jsonb_to_recordset(CAST(? AS jsonb)) AS w(id bigint, slug text, name text, brand_id bigint, category_id bigint,
             description text, seo_title text, seo_description text, status text, published boolean, product_type text,
             rating_average numeric, rating_count integer, extra jsonb)
       ORDER BY slug
      ON CONFLICT (slug) DO UPDATE SET name = excluded.name, brand_id = excluded.brand_id, category_id = excluded.category_id,
             description = excluded.description, seo_title = excluded.seo_title, seo_description = excluded.seo_description,
             status = excluded.status, published = excluded.published, product_type = excluded.product_type,
             rating_average = excluded.rating_average, rating_count = excluded.rating_count, extra = excluded.extra,
             imported_by = excluded.imported_by, updated_at = excluded.updated_at
       WHERE (p.name, p.brand_id, p.category_id, p.description, p.seo_title, p.seo_description, p.status, p.published,
              p.product_type, p.rating_average, p.rating_count, p.extra)
             IS DISTINCT FROM (excluded.name, excluded.brand_id, excluded.category_id, excluded.description, excluded.seo_title,
              excluded.seo_description, excluded.status, excluded.published, excluded.product_type, excluded.rating_average,
              excluded.rating_count, excluded.extra)
      RETURNING p.id
      """;

  /**
   * An SKU that another import gave to another product meanwhile must not go unnoticed: its row
   * gets no position, which the database refuses.
   */
  private static final String VARIANTS =
      """
      INSERT INTO product_variant AS v (id, product_id, position, sku, option1_name, option1_value, option2_name, option2_value,
             option3_name, option3_value, price_minor, price_currency, former_minor, former_currency, available, weight_grams,
             weight_unit, barcode, picture, extra)
      SELECT id, product_id, position, sku, option1_name, option1_value, option2_name, option2_value, option3_name, option3_value,
             price_minor, price_currency, former_minor, former_currency, available, weight_grams, weight_unit, barcode, picture, extra
        FROM jsonb_to_recordset(CAST(? AS jsonb)) AS w(id bigint, product_id bigint, position integer, sku text,
             option1_name text, option1_value text, option2_name text, option2_value text, option3_name text, option3_value text,
             price_minor bigint, price_currency text, former_minor bigint, former_currency text, available integer,
             weight_grams integer, weight_unit text, barcode text, picture text, extra jsonb)
       ORDER BY sku
      ON CONFLICT (sku) DO UPDATE SET position = CASE WHEN v.product_id = excluded.product_id THEN excluded.position END,
             option1_name = excluded.option1_name, option1_value = excluded.option1_value,
             option2_name = excluded.option2_name, option2_value = excluded.option2_value,
             option3_name = excluded.option3_name, option3_value = excluded.option3_value,
             price_minor = excluded.price_minor, price_currency = excluded.price_currency,
             former_minor = excluded.former_minor, former_currency = excluded.former_currency,
             available = excluded.available, weight_grams = excluded.weight_grams, weight_unit = excluded.weight_unit,
             barcode = excluded.barcode, picture = excluded.picture, extra = excluded.extra
       WHERE (v.product_id, v.position, v.option1_name, v.option1_value, v.option2_name, v.option2_value, v.option3_name,
              v.option3_value, v.price_minor, v.price_currency, v.former_minor, v.former_currency, v.available, v.weight_grams,
              v.weight_unit, v.barcode, v.picture, v.extra)
             IS DISTINCT FROM (excluded.product_id, excluded.position, excluded.option1_name, excluded.option1_value,
              excluded.option2_name, excluded.option2_value, excluded.option3_name, excluded.option3_value, excluded.price_minor,
              excluded.price_currency, excluded.former_minor, excluded.former_currency, excluded.available, excluded.weight_grams,
              excluded.weight_unit, excluded.barcode, excluded.picture, excluded.extra)
      RETURNING v.product_id
      """;

  /** What belongs to a product in any number: rows that are not wanted go, those that lack come. */
  enum Part {
    TAG("product_tag", List.of("tag"), "tag text"),
    SHEET(
        "product_specification",
        List.of("position", "name", "value"),
        "position integer, name text, value text"),
    PICTURE(
        "product_picture",
        List.of("position", "source", "alt"),
        "position integer, source text, alt text"),
    RELATED("product_related", List.of("position", "slug"), "position integer, slug text");

    private final String delete;
    private final String insert;

    Part(String table, List<String> columns, String types) {
      String wanted =
          " FROM jsonb_to_recordset(CAST(? AS jsonb)) AS w(product_id bigint, " + types + ")";
      String same =
          columns.stream()
              .map(column -> " AND w." + column + " = t." + column)
              .reduce("", String::concat);
      String names = "product_id, " + String.join(", ", columns);
      delete =
          "DELETE FROM "
              + table
              + " t WHERE t.product_id = ANY (?) AND NOT EXISTS (SELECT 1"
              + wanted
              + " WHERE w.product_id = t.product_id"
              + same
              + ") RETURNING t.product_id";
      insert =
          "INSERT INTO "
              + table
              + " ("
              + names
              + ") SELECT "
              + names
              + wanted
              + " ORDER BY 1, 2 ON CONFLICT DO NOTHING RETURNING product_id";
    }
  }

  private final Connection connection;

  ProductTables(Connection connection) {
    this.connection = connection;
  }

  Set<Long> products(String json, long importId) throws SQLException {
    return write(PRODUCTS, importId, json);
  }

  Set<Long> variants(String json) throws SQLException {
    return write(VARIANTS, json);
  }

  /**
   * Brings the parts of products to what is wanted.
   *
   * @param known the products that may have some already
   */
  Set<Long> parts(Part part, String json, Collection<Long> known) throws SQLException {
    Set<Long> changed = new HashSet<>();
    if (!known.isEmpty()) {
      changed.addAll(write(part.delete, connection.createArrayOf("bigint", known.toArray()), json));
    }
    changed.addAll(write(part.insert, json));
    return changed;
  }

  private Set<Long> write(String sql, Object... parameters) throws SQLException {
    Set<Long> changed = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changed.add(rows.getLong(1));
        }
      }
    }
    return changed;
  }
}
