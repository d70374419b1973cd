package shop.emporium.ejb.catalog.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** A product file that a test reads, and may write again. */
final class ProductFile {

  final ImportReport report = new ImportReport();
  final List<FileProduct> products = new ArrayList<>();
  private Metafields metafields = new Metafields(List.of());

  /** Reads a file that other files came before, whose heads the shop remembers. */
  static ProductFile read(Metafields remembered, String csv) {
    ProductFile file = new ProductFile();
    CsvFile.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        records -> {
          ShopifyHeader header = new ShopifyHeader(records.next().getFields());
          file.metafields = remembered.and(header.foreignHeads());
          ShopifyProducts assembly =
              new ShopifyProducts(
                  new VariantFields(CurrencyUnit.EUR), file.metafields, file.report);
          ProductRows.each(
              records,
              header,
              file.report,
              rows -> assembly.assemble(rows).ifPresent(file.products::add));
        });
    return file;
  }

  static ProductFile read(String csv) {
    return read(new Metafields(List.of()), csv);
  }

  /** Lines in which | separates the fields, for files without awkward ones. */
  static ProductFile ofLines(String... lines) {
    StringWriter text = new StringWriter();
    CsvWriter csv = writer(text);
    for (String line : lines) {
      csv.writeRecord(line.split("\\|", -1));
    }
    flush(csv);
    return read(text.toString());
  }

  private static void flush(CsvWriter csv) {
    try {
      csv.flush();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private static CsvWriter writer(StringWriter text) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
  }

  FileProduct only() {
    if (products.size() != 1) {
      throw new IllegalStateException(products + " " + report.getIssues());
    }
    return products.get(0);
  }

  /** The file as the shop writes it. */
  String written() {
    StringWriter text = new StringWriter();
    CsvWriter csv = writer(text);
    ExportHead head = new ExportHead(metafields, List.of());
    csv.writeRecord(head.heads());
    lines().forEach(line -> csv.writeRecord(head.fields(line)));
    flush(csv);
    return text.toString();
  }

  /** The lines as the shop writes them, by title of their columns. */
  List<Map<String, String>> lines() {
    ShopifyLines lines =
        new ShopifyLines(metafields, new Meanings(new VariantFields(CurrencyUnit.EUR)));
    return products.stream().flatMap(product -> lines.of(product).stream()).toList();
  }

  /** The fields of a file, by the head of their columns, empty ones left out. */
  static List<Map<String, String>> fields(String csv) {
    List<Map<String, String>> lines = new ArrayList<>();
    CsvFile.read(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        records -> {
          List<String> heads = records.next().getFields();
          records.forEachRemaining(
              record -> {
                Map<String, String> line = new HashMap<>();
                for (int i = 0; i < heads.size(); i++) {
                  if (!record.getField(i).isEmpty()) {
                    line.put(heads.get(i), record.getField(i));
                  }
                }
                lines.add(line);
              });
        });
    return lines;
  }
}
