package shop.emporium.tests.torture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import shop.emporium.tests.cluster.Shop;

/** The shop's database, as the suite sees it: what fails because it restarts is tried again. */
final class Base {

  private Base() {}

  /** The rows of a query, or of a statement that returns some; each column as text. */
  static List<List<String>> rows(String sql, Object... values) {
    return Patience.untilItWorks(() -> ask(sql, values));
  }

  /** The first column of each row. */
  static List<String> texts(String sql, Object... values) {
    return rows(sql, values).stream().map(row -> row.get(0)).toList();
  }

  /** The number in the only row. */
  static long number(String sql, Object... values) {
    return Long.parseLong(texts(sql, values).get(0));
  }

  /** Runs a statement that returns nothing. */
  static void run(String sql, Object... values) {
    rows(sql, values);
  }

  private static List<List<String>> ask(String sql, Object... values) throws SQLException {
    try (Connection connection = Shop.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<List<String>> rows = new ArrayList<>();
      if (statement.execute()) {
        try (ResultSet result = statement.getResultSet()) {
          while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
              row.add(result.getString(i));
            }
            rows.add(row);
          }
        }
      }
      return rows;
    }
  }
}
