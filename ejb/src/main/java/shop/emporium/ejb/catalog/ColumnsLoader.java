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
import java.util.function.Consumer;
import shop.emporium.ejb.catalog.ListingColumns.ProductFacts;
import shop.emporium.ejb.catalog.ListingColumns.VariantFacts;

/**
 * Reads out of the database what lists need to know of products: all of them straight into the
 * columns of a node, or some of them aside, to be put there later.
 */
final class ColumnsLoader {

  private static final int FETCH = 5_000;

  private static final String PRODUCTS =
      """
      SELECT p.id, p.category_id, p.brand_id, extract(epoch FROM p.created_at)::bigint,
             round(p.shown_rating * 100)::integer, p.shown_ratings,
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

  /** A brand as the database has it. */
  private record Brand(long id, String slug, String name) {

    void putInto(Shelves shelves) {
      shelves.name(id, slug, name);
    }
  }

  /** A product as the database has it, its categories, brand and options not yet numbered. */
  private record Row(
      long id,
      long category,
      long brand,
      int tags,
      long created,
      int rating,
      int ratings,
      List<VariantRow> variants) {

    void putInto(Shelves shelves) {
      shelves
          .columns()
          .put(
              new ProductFacts(
                  id,
                  shelves.categoryNumbers().numberOf(category),
                  shelves.brandNumbers().numberOf(brand),
                  (tags & FRESH) != 0,
                  (tags & BESTSELLER) != 0,
                  created,
                  rating,
                  ratings,
                  variants.stream().map(variant -> variant.facts(shelves.options())).toList()));
    }
  }

  /** A variant: names and values of its options in turn, null where it has fewer. */
  private record VariantRow(int price, boolean available, boolean onSale, List<String> options) {

    VariantFacts facts(OptionDictionary dictionary) {
      List<Integer> values = new ArrayList<>(ListingColumns.OPTIONS);
      for (int i = 0; i < options.size(); i += 2) {
        int value = dictionary.numberOf(options.get(i), options.get(i + 1));
        if (value != 0) {
          values.add(value);
        }
      }
      return new VariantFacts(price, available, onSale, values);
    }
  }

  /** Products as they are now, read but not yet in the columns. */
  static final class Reread {

    private final Collection<Long> products;
    private final List<Brand> brands = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private Reread(Collection<Long> products) {
      this.products = products;
    }

    /** Puts them in the place of what was known of them; those that are no longer shown go. */
    void putInto(Shelves shelves) {
      products.forEach(shelves.columns()::remove);
      brands.forEach(brand -> brand.putInto(shelves));
      rows.forEach(row -> row.putInto(shelves));
    }
  }

  ColumnsLoader(Connection connection) {
    this.connection = connection;
  }

  /** Reads every product. The connection must not commit by itself, so that rows come in parts. */
  void loadAll(Shelves shelves) throws SQLException {
    readBrands("", null, brand -> brand.putInto(shelves));
    read("", null, readTags("", null), row -> row.putInto(shelves));
  }

  /** Reads these products again. Nobody has to wait meanwhile: the columns are not touched. */
  Reread reread(Collection<Long> products) throws SQLException {
    Array ids = connection.createArrayOf("bigint", products.toArray());
    Reread reread = new Reread(products);
    readBrands(
        "WHERE id IN (SELECT brand_id FROM product WHERE id = ANY (?))", ids, reread.brands::add);
    read("AND p.id = ANY (?)", ids, readTags("AND product_id = ANY (?)", ids), reread.rows::add);
    return reread;
  }

  private void readBrands(String which, Array ids, Consumer<Brand> taker) throws SQLException {
    try (PreparedStatement statement = prepare(BRANDS.formatted(which), ids);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        taker.accept(new Brand(rows.getLong(1), rows.getString(2), rows.getString(3)));
      }
    }
  }

  private LongIntHashMap readTags(String which, Array ids) throws SQLException {
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

  private void read(String which, Array ids, LongIntHashMap tags, Consumer<Row> taker)
      throws SQLException {
    try (PreparedStatement statement = prepare(PRODUCTS.formatted(which), ids);
        ResultSet rows = statement.executeQuery()) {
      Row product = null;
      while (rows.next()) {
        if (product == null || product.id() != rows.getLong(1)) {
          hand(product, taker);
          product = product(rows, tags.get(rows.getLong(1)));
        }
        product.variants().add(variant(rows));
      }
      hand(product, taker);
    }
  }

  private static void hand(Row product, Consumer<Row> taker) {
    if (product != null) {
      taker.accept(product);
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

  private static Row product(ResultSet row, int tags) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        tags,
        row.getLong(4),
        row.getInt(5),
        row.getInt(6),
        new ArrayList<>());
  }

  private static VariantRow variant(ResultSet row) throws SQLException {
    List<String> options = new ArrayList<>(2 * ListingColumns.OPTIONS);
    for (int i = 0; i < 2 * ListingColumns.OPTIONS; i++) {
      options.add(row.getString(10 + i));
    }
    return new VariantRow(
        (int) Math.min(Integer.MAX_VALUE, row.getLong(7)),
        row.getBoolean(8),
        row.getBoolean(9),
        options);
  }
}
