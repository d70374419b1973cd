package shop.emporium.tests.integration;

import jakarta.annotation.Resource;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import shop.emporium.ejb.catalog.CatalogueImportService;
import shop.emporium.ejb.catalog.ImportReport;

/**
 * What tests inside the server share: products to test with, a look into the database, and a count
 * of statements.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Fixture {

  private static final String HEAD =
      "Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,"
          + "Variant Compare At Price,Status\n";

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  @PersistenceUnit(unitName = "emporium")
  private EntityManagerFactory entityManagers;

  @Inject private CatalogueImportService imports;

  /** The database refused a statement. Tests expect it, so the container need not log it. */
  @ApplicationException(rollback = true)
  public static class Refused extends RuntimeException {

    Refused(String sql, SQLException cause) {
      super(sql, cause);
    }
  }

  /** Empties the shop and imports lines of Shopify's file (without their head). */
  public ImportReport stock(String... lines) {
    execute("TRUNCATE cart, product, brand, category CASCADE");
    return add(lines);
  }

  /** Imports lines of Shopify's file (without their head). */
  public ImportReport add(String... lines) {
    return importFile(HEAD + String.join("\n", lines) + "\n");
  }

  /** Imports a whole file. */
  public ImportReport importFile(String csv) {
    return imports.importProducts(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  /** Runs one statement. */
  public void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException failed) {
      throw new Refused(sql, failed);
    }
  }

  /** The number that a query yields. */
  public long number(String sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new Refused(sql, failed);
    }
  }

  /** How many SQL statements Hibernate prepares while this runs. */
  public long statementsOf(Runnable work) {
    Statistics statistics = entityManagers.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    work.run();
    return statistics.getPrepareStatementCount();
  }
}
