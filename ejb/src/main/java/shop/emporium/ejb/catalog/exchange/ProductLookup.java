package shop.emporium.ejb.catalog.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what the shop has of a batch. */
final class ProductLookup {

  private static final String COLUMNS = "p.id, p.slug, p.rating_average, p.rating_count";
  private static final String BY_SLUG =
      "SELECT p.slug, 0, " + COLUMNS + " FROM product p WHERE p.slug = ANY (?)";
  private static final String BY_SKU =
      "SELECT v.sku, v.id, "
          + COLUMNS
          + " FROM product_variant v JOIN product p ON p.id = v.product_id WHERE v.sku = ANY (?)";

  private final Connection connection;

  ProductLookup(Connection connection) {
    this.connection = connection;
  }

  /** Plans a batch. */
  BatchPlan plan(List<FileProduct> batch, ImportState state) throws SQLException {
    Map<String, BatchPlan.Known> bySlug = new HashMap<>();
    find(BY_SLUG, batch.stream().map(FileProduct::slug).toList())
        .forEach((slug, owner) -> bySlug.put(slug, owner.product()));
    bySlug.values().removeIf(state::isMoved);
    BatchPlan plan =
        new BatchPlan(
            bySlug,
            find(
                BY_SKU,
                batch.stream().flatMap(p -> p.variants().stream()).map(FileVariant::sku).toList()),
            state::isSeen);
    batch.forEach(plan::add);
    return plan;
  }

  /** The products of these ids as a file would describe them. */
  Map<Long, FileProduct> read(Collection<Long> ids, CategoryPaths categories) throws SQLException {
    Map<Long, FileProduct> products = new HashMap<>();
    ProductReader reader = new ProductReader(categories);
    try (PreparedStatement statement = connection.prepareStatement(ProductReader.SOME)) {
      statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          products.put(rows.getLong("id"), reader.read(rows));
        }
      }
    }
    return products;
  }

  private Map<String, BatchPlan.Owner> find(String sql, List<String> names) throws SQLException {
    Map<String, BatchPlan.Owner> known = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          known.put(
              rows.getString(1),
              new BatchPlan.Owner(
                  new BatchPlan.Known(
                      rows.getLong(3), rows.getString(4), rows.getBigDecimal(5), rows.getInt(6)),
                  rows.getLong(2)));
        }
      }
    }
    return known;
  }
}
