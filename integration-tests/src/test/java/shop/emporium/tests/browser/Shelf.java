package shop.emporium.tests.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the shop has of an article, past its pages: as an import or another system changes it. */
final class Shelf {

  private Shelf() {}

  static int available(String sku) {
    return read("SELECT available FROM product_variant WHERE sku = ?", sku);
  }

  static void put(String sku, int available) {
    change("UPDATE product_variant SET available = ? WHERE sku = ?", sku, available);
  }

  /** In hundredths. */
  static void cost(String sku, int minor) {
    change("UPDATE product_variant SET price_minor = ? WHERE sku = ?", sku, minor);
  }

  static int price(String sku) {
    return read("SELECT price_minor FROM product_variant WHERE sku = ?", sku);
  }

  /** Runs one statement. */
  static void run(String statement) {
    try (Connection connection = connect();
        PreparedStatement sql = connection.prepareStatement(statement)) {
      sql.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** The number that a query yields. */
  static int count(String query) {
    try (Connection connection = connect();
        PreparedStatement sql = connection.prepareStatement(query);
        ResultSet row = sql.executeQuery()) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private static int read(String statement, String sku) {
    try (Connection connection = connect();
        PreparedStatement sql = connection.prepareStatement(statement)) {
      sql.setString(1, sku);
      try (ResultSet row = sql.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sku, e);
    }
  }

  private static void change(String statement, String sku, int number) {
    try (Connection connection = connect();
        PreparedStatement sql = connection.prepareStatement(statement)) {
      sql.setInt(1, number);
      sql.setString(2, sku);
      sql.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sku, e);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(System.getProperty("test.db.url"), "emporium", password());
  }

  private static String password() {
    try {
      return Files.readAllLines(Path.of(System.getProperty("test.store"), "secrets.env")).stream()
          .filter(line -> line.startsWith("STORE_EMBEDDED_DB_PASSWORD="))
          .map(line -> line.substring(line.indexOf('=') + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
