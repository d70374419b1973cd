package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import shop.emporium.ejb.catalog.exchange.CatalogueImportService;
import shop.emporium.ejb.catalog.exchange.ImportReport;
import shop.emporium.ejb.shared.LiveSetting;

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

  private static final List<String> CATALOGUE_TABLES =
      List.of(
          "brand",
          "category",
          "product",
          "product_variant",
          "product_picture",
          "product_specification",
          "product_tag",
          "product_related",
          "search_document");

  /** How often work runs whose statements are counted: so often that no timer disturbs each. */
  public static final int RUNS = 8;

  private static final Duration CATALOGUE_FRESH = Duration.ofMillis(30);
  private static final int MOST_ATTEMPTS = 5;
  private static final String DEADLOCK = "40P01";

  private static final String STATEMENTS =
      """
      SELECT coalesce(sum(calls), 0) FROM pg_stat_statements
       WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND toplevel
         AND query !~* '^(BEGIN|COMMIT|ROLLBACK|SET|SHOW|RESET|DISCARD)' AND query NOT LIKE '%pg_stat_statements%'
         -- What a trigger asks at the commit reaches nobody.
         AND query NOT LIKE 'NEW.%'
      """;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

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

  /** What an import of these lines would do. */
  public ImportReport preview(String... lines) {
    String csv = HEAD + String.join("\n", lines) + "\n";
    return imports.previewProducts(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  /** Imports a whole file. */
  public ImportReport importFile(String csv) {
    ImportReport report =
        imports.importProducts(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    // So long a node goes by what it has read, perhaps in the midst of this.
    await().pollDelay(CATALOGUE_FRESH).until(() -> true);
    return report;
  }

  /** A file of the sample shop, where the deployment has it; the caller closes it. */
  public static InputStream sample(String file) {
    return Objects.requireNonNull(
        Fixture.class.getResourceAsStream("/sample-data/" + file), () -> file + " is not deployed");
  }

  /**
   * Runs one statement; again where it met one of the shop's timers, which go on meanwhile and take
   * the same tables in another order than what empties them all.
   */
  public void execute(String sql) {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.execute();
        return;
      } catch (SQLException failed) {
        if (attempt == MOST_ATTEMPTS || !DEADLOCK.equals(failed.getSQLState())) {
          throw new Refused(sql, failed);
        }
      }
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

  /** The text that a query yields in the first column of its first row; empty without one. */
  public Optional<String> text(String sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    } catch (SQLException failed) {
      throw new Refused(sql, failed);
    }
  }

  /**
   * Changes with each row of the catalogue that is written, even if it is written as it was: each
   * row's place and the transaction that wrote it.
   */
  public String fingerprint() {
    return text(CATALOGUE_TABLES.stream()
            .map(table -> "SELECT '" + table + "' || ctid || xmin AS row FROM " + table)
            .collect(
                Collectors.joining(
                    " UNION ALL ",
                    "SELECT count(*) || md5(coalesce(string_agg(row, ',' ORDER BY row), '')) FROM (",
                    ") AS rows")))
        .orElseThrow();
  }

  /**
   * How many SQL statements reach the database while this runs on a node that remembers no answer.
   * The least of some runs, since timers ask the database too.
   */
  public long statementsOf(Runnable work) {
    execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    System.setProperty("store.node.cache", "off");
    LiveSetting.readAnew();
    try {
      return LongStream.range(0, RUNS).map(run -> statementsOfOneRun(work)).min().orElseThrow();
    } finally {
      System.clearProperty("store.node.cache");
      LiveSetting.readAnew();
    }
  }

  private long statementsOfOneRun(Runnable work) {
    long before = number(STATEMENTS);
    work.run();
    long more = number(STATEMENTS) - before;
    // What the database has seen too rarely it forgets, with its count.
    return more < 0 ? Long.MAX_VALUE : more;
  }
}
