package shop.emporium.ejb.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import shop.emporium.domain.shared.Slug;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Fills the shop from files, record by record: a file of any length needs the memory of one
 * product.
 *
 * <p>Repeating an import updates what it made the first time. What is wrong in the file is reported
 * by line and left out; the rest goes in.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CatalogueImportService {

  private static final Set<String> TINTS = Set.of("iris", "peach", "mint", "sky");
  private static final List<String> CATEGORY_HEAD =
      List.of("slug", "name", "description", "picture", "tint", "position");

  /** Rows that may share a handle: Shopify allows 2,048 variants and 250 pictures. */
  private static final int MAX_ROWS = 2_500;

  @Inject private ProductWriter writer;
  @Inject private StoreSettings settings;

  /**
   * Reads Shopify's product file.
   *
   * @throws CatalogueFileException when it is no such file, or ends within a quoted field
   */
  public ImportReport importProducts(@NotNull InputStream file) {
    ImportReport report = new ImportReport();
    ShopifyProducts products = new ShopifyProducts(settings.currency(), report);
    List<ShopifyRow> sameHandle = new ArrayList<>();
    read(
        file,
        records -> {
          ShopifyHeader header = new ShopifyHeader(records.next().getFields());
          while (records.hasNext()) {
            CsvRecord record = records.next();
            ShopifyRow row =
                ShopifyRow.of(record.getStartingLineNumber(), header, record.getFields());
            if (!row.has(ShopifyColumn.HANDLE)) {
              report.complain(row.line(), "Handle is empty");
              continue;
            }
            if (!sameHandle.isEmpty()
                && !sameHandle
                    .get(0)
                    .get(ShopifyColumn.HANDLE)
                    .equals(row.get(ShopifyColumn.HANDLE))) {
              save(products, sameHandle, report);
            }
            if (sameHandle.size() < MAX_ROWS) {
              sameHandle.add(row);
            } else {
              report.complain(row.line(), "more than " + MAX_ROWS + " rows of one product");
            }
          }
        });
    if (!sameHandle.isEmpty()) {
      save(products, sameHandle, report);
    }
    return report;
  }

  private void save(ShopifyProducts products, List<ShopifyRow> rows, ImportReport report) {
    products
        .assemble(rows)
        .ifPresent(
            product -> {
              try {
                report.count(writer.save(product), product.variants().size());
              } catch (CatalogueFileException | EJBException refused) {
                report.complain(product.line(), reason(refused));
              }
            });
    rows.clear();
  }

  /**
   * Reads how categories present themselves: a file with the columns slug, name, description,
   * picture, tint, position.
   *
   * @throws CatalogueFileException when it is no such file
   */
  public ImportReport importCategories(@NotNull InputStream file) {
    ImportReport report = new ImportReport();
    read(
        file,
        records -> {
          if (!records.next().getFields().equals(CATEGORY_HEAD)) {
            throw new CatalogueFileException(
                "A file of categories has the columns " + CATEGORY_HEAD);
          }
          while (records.hasNext()) {
            CsvRecord record = records.next();
            try {
              report.count(present(record.getFields()), 0);
            } catch (IllegalArgumentException | EJBException wrong) {
              report.complain(record.getStartingLineNumber(), reason(wrong));
            }
          }
        });
    return report;
  }

  private boolean present(List<String> fields) {
    if (fields.size() != CATEGORY_HEAD.size()) {
      throw new IllegalArgumentException(
          "needs " + CATEGORY_HEAD.size() + " fields, has " + fields.size());
    }
    String slug = fields.get(0).strip();
    String name = fields.get(1).strip();
    if (!Slug.of(name).equals(slug)) {
      throw new IllegalArgumentException(
          "slug \"" + slug + "\" is not that of the name: " + Slug.of(name));
    }
    if (!TINTS.contains(fields.get(4))) {
      throw new IllegalArgumentException("tint is none of " + TINTS);
    }
    if (!fields.get(5).matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException("position is no number");
    }
    String picture = fields.get(3).isBlank() ? null : fields.get(3).strip();
    return writer.present(
        slug, name, fields.get(2), picture, fields.get(4), Integer.parseInt(fields.get(5)));
  }

  private static void read(InputStream file, Consumer<Iterator<CsvRecord>> reading) {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(true)
            .ofCsvRecord(file)) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new CatalogueFileException("The file is empty");
      }
      reading.accept(records);
    } catch (CsvParseException broken) {
      throw new CatalogueFileException(
          "The file is no CSV that can be read: " + broken.getMessage());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String reason(Exception refused) {
    Throwable cause = refused;
    while (cause instanceof EJBException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
