package shop.emporium.ejb.catalog;

import com.carrotsearch.hppc.LongIntHashMap;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import shop.emporium.ejb.catalog.ListingColumns.ProductFacts;
import shop.emporium.ejb.catalog.ListingColumns.VariantFacts;

/** Fills the columns from the database: all of them, or those of some products. */
final class ColumnsLoader {

  private static final int FETCH = 5_000;

  private static final String PRODUCTS =
      """
      SELECT p.id, p.category_id, p.brand_id, extract(epoch FROM p.created_at)::bigint,
             round(p.rating_average * 100)::integer, p.rating_count,
             v.price_minor, v.available > 0, v.former_minor IS NOT NULL,
             v.option1_name, v.option1_value, v.option2_name, v.option2_value, v.option3_name, v.option3_value
        FROM product p
        JOIN product_variant v ON v.product_id = p.id
       WHERE p.visible %s
       ORDER BY p.id, v.position, v.id
      """;
  private static final String TAGS =
      """
      SELECT product_id, tag FROM product_tag WHERE tag IN ('new', 'bestseller') %s
      """;
  private static final String BRANDS = "SELECT id, slug, name FROM brand %s";

  private static final int FRESH = 1;
  private static final int BESTSELLER = 2;

  private final Connection connection;
  private final Shelves shelves;

  ColumnsLoader(Connection connection, Shelves shelves) {
    this.connection = connection;
    this.shelves = shelves;
  }

  /** Reads every product. The connection must not commit by itself, so that rows come in parts. */
  void loadAll() throws SQLException {
    loadBrands("", null);
    load("", null, loadTags("", null));
  }

  /** Reads these products again; those that are no longer shown go. */
  void reload(Collection<Long> products) throws SQLException {
    Array ids = connection.createArrayOf("bigint", products.toArray());
    products.forEach(shelves.columns()::remove);
    loadBrands("WHERE id IN (SELECT brand_id FROM product WHERE id = ANY (?))", ids);
    load("AND p.id = ANY (?)", ids, loadTags("AND product_id = ANY (?)", ids));
  }

  private void loadBrands(String which, Array ids) throws SQLException {
    try (PreparedStatement statement = prepare(BRANDS.formatted(which), ids);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        shelves.name(rows.getLong(1), rows.getString(2), rows.getString(3));
      }
    }
  }

  private LongIntHashMap loadTags(String which, Array ids) throws SQLException {
    LongIntHashMap tags = new LongIntHashMap();
    try (PreparedStatement statement = prepare(TAGS.formatted(which), ids);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        int tag = rows.getString(2).equals("new") ? FRESH : BESTSELLER;
        tags.put(rows.getLong(1), tags.get(rows.getLong(1)) | tag);
      }
    }
    return tags;
  }

  private void load(String which, Array ids, LongIntHashMap tags) throws SQLException {
    try (PreparedStatement statement = prepare(PRODUCTS.formatted(which), ids);
        ResultSet rows = statement.executeQuery()) {
      ProductFacts product = null;
      while (rows.next()) {
        if (product == null || product.id() != rows.getLong(1)) {
          put(product);
          product = product(rows, tags.get(rows.getLong(1)));
        }
        product.variants().add(variant(rows));
      }
      put(product);
    }
  }

  private void put(ProductFacts product) {
    if (product != null) {
      shelves.columns().put(product);
    }
  }

  private PreparedStatement prepare(String sql, Array ids) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setFetchSize(FETCH);
    if (ids != null) {
      statement.setArray(1, ids);
    }
    return statement;
  }

  private ProductFacts product(ResultSet row, int tags) throws SQLException {
    return new ProductFacts(
        row.getLong(1),
        shelves.categoryNumbers().numberOf(row.getLong(2)),
        shelves.brandNumbers().numberOf(row.getLong(3)),
        (tags & FRESH) != 0,
        (tags & BESTSELLER) != 0,
        row.getLong(4),
        row.getInt(5),
        row.getInt(6),
        new ArrayList<>());
  }

  private VariantFacts variant(ResultSet row) throws SQLException {
    OptionDictionary options = shelves.options();
    List<Integer> values = new ArrayList<>(ListingColumns.OPTIONS);
    for (int column = 10; column < 10 + 2 * ListingColumns.OPTIONS; column += 2) {
      int value = options.numberOf(row.getString(column), row.getString(column + 1));
      if (value != 0) {
        values.add(value);
      }
    }
    return new VariantFacts(
        (int) Math.min(Integer.MAX_VALUE, row.getLong(7)),
        row.getBoolean(8),
        row.getBoolean(9),
        values);
  }
}
