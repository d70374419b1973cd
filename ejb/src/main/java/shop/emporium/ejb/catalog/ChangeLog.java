package shop.emporium.ejb.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads what changed in the catalogue since the last reading, from the table {@code
 * product_change}.
 *
 * <p>Transactions end in another order than they begin. So a reading begins at the oldest one that
 * was still running at the reading before, and what it meets a second time is left out.
 */
final class ChangeLog {

  private static final String OLDEST = "pg_snapshot_xmin(pg_current_snapshot())::text";
  private static final String SINCE =
      "SELECT "
          + OLDEST
          + ", c.xid::text, c.product_id, c.words FROM (VALUES (1)) AS one"
          + " LEFT JOIN product_change c ON c.xid >= CAST(? AS xid8)";

  private static final long EVERYTHING = 0;
  private static final long CATEGORIES = -1;
  private static final long SYNONYMS = -2;

  private String from;
  private Set<Row> seen = new HashSet<>();

  private record Row(String transaction, long product) {}

  /**
   * What changed.
   *
   * @param products ids
   * @param words whether texts changed, so that searches find other products
   * @param categories whether the tree changed
   * @param everything whether all that is remembered is to be read anew
   */
  record Changes(Set<Long> products, boolean words, boolean categories, boolean everything) {

    boolean isEmpty() {
      return products.isEmpty() && !words && !categories && !everything;
    }
  }

  /** From here on: to be called before the state is read that later changes apply to. */
  void begin(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT " + OLDEST);
        ResultSet row = statement.executeQuery()) {
      row.next();
      from = row.getString(1);
      seen = new HashSet<>();
    }
  }

  /** What was committed since the last call and is not known yet. */
  Changes read(Connection connection) throws SQLException {
    Set<Long> products = new HashSet<>();
    Set<Row> met = new HashSet<>();
    boolean words = false;
    boolean categories = false;
    boolean everything = false;
    try (PreparedStatement statement = connection.prepareStatement(SINCE)) {
      statement.setString(1, from);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          from = rows.getString(1);
          long product = rows.getLong(3);
          Row row = new Row(rows.getString(2), product);
          if (row.transaction() == null || !met.add(row) || seen.contains(row)) {
            continue;
          }
          words |= rows.getBoolean(4) || product == SYNONYMS;
          categories |= product == CATEGORIES;
          everything |= product == EVERYTHING;
          if (product > 0) {
            products.add(product);
          }
        }
      }
    }
    seen = met;
    return new Changes(products, words, categories, everything);
  }
}
