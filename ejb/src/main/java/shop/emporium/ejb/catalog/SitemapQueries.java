package shop.emporium.ejb.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the products of lists for search engines, each list a range of ids: where it begins and
 * ends depends on nothing but its number, and finding which lists there are looks at one product
 * each.
 */
final class SitemapQueries {

  private static final String LISTS =
      """
      SELECT n FROM generate_series(0, (SELECT max(id) FROM product) / ?) AS n
       WHERE EXISTS (SELECT 1 FROM product WHERE id > n * ? AND id <= (n + 1) * ? AND visible)
       ORDER BY n LIMIT ?
      """;

  private static final String PRODUCTS =
      "SELECT slug, updated_at FROM product WHERE id > ? AND id <= ? AND visible ORDER BY id";

  /** Rows that the driver holds at a time. */
  private static final int FETCHED = 500;

  private SitemapQueries() {}

  /** The numbers, from 0, of the ranges of so many ids that have a product to show. */
  static List<Long> lists(Connection connection, int length, int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LISTS)) {
      statement.setLong(1, length);
      statement.setLong(2, length);
      statement.setLong(3, length);
      statement.setInt(4, most);
      try (ResultSet rows = statement.executeQuery()) {
        List<Long> lists = new ArrayList<>();
        while (rows.next()) {
          lists.add(rows.getLong(1));
        }
        return lists;
      }
    }
  }

  /** Hands on the products with ids above one number up to another, as they come. */
  static void products(Connection connection, long above, long upTo, Consumer<SitemapEntry> taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PRODUCTS)) {
      statement.setFetchSize(FETCHED);
      statement.setLong(1, above);
      statement.setLong(2, upTo);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.accept(
              new SitemapEntry(
                  rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant()));
        }
      }
    }
  }
}
