package shop.emporium.ejb.catalog.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import shop.emporium.ejb.shared.DatabaseAwayException;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Writes the whole catalogue as Shopify's product file, so that an import of it makes the same
 * catalogue.
 *
 * <p>It is read through a cursor, in one view of the database: a catalogue of any size needs the
 * memory of a few hundred products. That may take minutes, longer than a transaction of the
 * container may last, so the connection's own is used.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CatalogueExportService {

  private static final int FETCH = 200;
  private static final String SHEET_NAMES =
      """
      WITH RECURSIVE names AS (
        SELECT min(name) AS name FROM product_specification
        UNION ALL
        SELECT (SELECT min(s.name) FROM product_specification s WHERE s.name > n.name) FROM names n WHERE n.name IS NOT NULL)
      SELECT name FROM names WHERE name IS NOT NULL
      """;

  @Inject private StoreSettings settings;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * Writes the file; the stream stays open.
   *
   * @throws IOException when the reader of the file has gone
   */
  public void exportProducts(@NotNull OutputStream out) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        write(connection, out);
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    } catch (SQLException away) {
      throw new DatabaseAwayException(away);
    }
  }

  private void write(Connection connection, OutputStream out) throws SQLException, IOException {
    Metafields metafields = CatalogueHeads.read(connection);
    ExportHead head = new ExportHead(metafields, sheetNames(connection));
    CategoryPaths categories = new CategoryPaths(new IdBlocks("category_seq", 10), true);
    categories.load(connection);
    ProductReader reader = new ProductReader(categories);
    ShopifyLines lines =
        new ShopifyLines(metafields, new Meanings(new VariantFields(settings.currency())));
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    csv.writeRecord(head.heads());
    try (PreparedStatement statement = connection.prepareStatement(ProductReader.ALL)) {
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.of(reader.read(rows)).forEach(line -> csv.writeRecord(head.fields(line)));
        }
      }
    }
    csv.flush();
  }

  private static List<String> sheetNames(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SHEET_NAMES);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
