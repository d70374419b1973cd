package shop.emporium.ejb.catalog.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Consumer;
import shop.emporium.ejb.catalog.CatalogueFileException;

/** Reads a CSV file in UTF-8 record by record, with or without a byte order mark. */
final class CsvFile {

  private CsvFile() {}

  /**
   * Hands the records over, the head first.
   *
   * @throws CatalogueFileException when the file is empty, or ends within a quoted field
   */
  static void read(InputStream file, Consumer<Iterator<CsvRecord>> reading) {
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
}
