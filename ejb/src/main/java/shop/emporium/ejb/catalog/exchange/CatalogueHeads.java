package shop.emporium.ejb.catalog.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Remembers the heads of columns that files brought, and numbers the imports. */
final class CatalogueHeads {

  private static final String ALL = "SELECT head FROM catalogue_head ORDER BY position";
  private static final String ADD =
      """
      INSERT INTO catalogue_head (head)
      SELECT head FROM unnest(CAST(? AS text[])) WITH ORDINALITY AS w(head, n)
       WHERE NOT EXISTS (SELECT 1 FROM catalogue_head h WHERE h.head = w.head) ORDER BY n
      ON CONFLICT DO NOTHING
      """;

  private CatalogueHeads() {}

  /** All heads that files brought, this one's too. */
  static Metafields read(Connection connection, ShopifyHeader header, boolean isDry)
      throws SQLException {
    if (!isDry) {
      try (PreparedStatement statement = connection.prepareStatement(ADD)) {
        statement.setArray(1, connection.createArrayOf("text", header.foreignHeads().toArray()));
        statement.executeUpdate();
      }
    }
    return read(connection).and(header.foreignHeads());
  }

  /** All heads that files brought. */
  static Metafields read(Connection connection) throws SQLException {
    List<String> heads = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        heads.add(rows.getString(1));
      }
    }
    return new Metafields(heads);
  }

  /** The number of a new import. */
  static long nextImport(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT nextval('import_seq')");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
