package shop.emporium.ejb.catalog.exchange;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import shop.emporium.ejb.catalog.CatalogueFileException;
import shop.emporium.ejb.shared.DatabaseAwayException;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Fills the shop from Shopify's product file, record by record: a file of any length needs the
 * memory of one batch.
 *
 * <p>Repeating an import updates what it made the first time. What is wrong in the file is reported
 * by line and left out; the rest goes in. The whole import is not one transaction: what was read
 * before a failure stays, and a repetition goes on from there.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CatalogueImportService {

  @Inject private ProductBatchWriter writer;
  @Inject private ProductBatchPreview preview;
  @Inject private StoreSettings settings;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /** A small step on a connection of its own. */
  private interface Step<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Reads the file and writes what it says.
   *
   * @throws CatalogueFileException when it is no such file, or ends within a quoted field
   * @throws DatabaseAwayException when the database goes away meanwhile
   */
  public ImportReport importProducts(@NotNull InputStream file) {
    return read(file, false);
  }

  /**
   * Reads the file and tells what it would change, without writing anything.
   *
   * @throws CatalogueFileException when it is no such file, or ends within a quoted field
   */
  public ImportReport previewProducts(@NotNull InputStream file) {
    return read(file, true);
  }

  private ImportReport read(InputStream file, boolean isDry) {
    ImportReport report = new ImportReport();
    CsvFile.read(
        file,
        records -> {
          ShopifyHeader header = new ShopifyHeader(records.next().getFields());
          long number = isDry ? 0 : step(CatalogueHeads::nextImport);
          Metafields metafields =
              step(connection -> CatalogueHeads.read(connection, header, isDry));
          ImportState state = new ImportState(number, isDry);
          Runnable reload =
              () ->
                  step(
                      connection -> {
                        state.categories().load(connection);
                        return null;
                      });
          reload.run();
          ProductImport products =
              new ProductImport(
                  state,
                  report,
                  batch -> isDry ? preview.preview(batch, state) : writer.write(batch, state),
                  reload);
          ShopifyProducts assembly =
              new ShopifyProducts(new VariantFields(settings.currency()), metafields, report);
          ProductRows.each(
              records, header, report, rows -> assembly.assemble(rows).ifPresent(products::add));
          products.flush();
        });
    return report;
  }

  private <T> T step(Step<T> step) {
    try (Connection connection = dataSource.getConnection()) {
      return step.run(connection);
    } catch (SQLException away) {
      throw new DatabaseAwayException(away);
    }
  }
}
