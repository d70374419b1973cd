package shop.emporium.ejb.catalog.exchange;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import shop.emporium.ejb.catalog.CatalogueFileException;

/**
 * Keeps the owner's list of words that mean others: who looks for the term finds what the others
 * name, too.
 */
@Stateless
public class SynonymService {

  private static final List<String> HEAD = List.of("term", "means");
  private static final int MAX_TERM = 100;
  private static final int MAX_MEANS = 400;
  private static final int MAX_LINES = 10_000;

  private static final String DELETE = "DELETE FROM search_synonym";

  /** Writes nothing where a word is one that every search passes over, such as "the". */
  private static final String INSERT =
      """
      INSERT INTO search_synonym (term, means, target, substitute)
      SELECT left(lower(plain_text(?)), 100), ?, target, substitute
        FROM (SELECT phraseto_tsquery('english', lower(plain_text(?))) AS target) t,
             LATERAL (SELECT every(numnode(q) > 0) AS whole,
                             CAST(string_agg(format('(%s)', q), ' | ') FILTER (WHERE numnode(q) > 0) AS tsquery) AS others
                        FROM unnest(CAST(? AS text[])) AS m, phraseto_tsquery('english', plain_text(m)) AS q) w,
             LATERAL (SELECT CASE WHEN whole THEN target || others END AS substitute) s
       WHERE numnode(target) > 0 AND whole
      ON CONFLICT DO NOTHING
      """;

  private static final String ALL = "SELECT term, means FROM search_synonym ORDER BY term";

  /** Not a product, but the word to all nodes that their remembered searches are out of date. */
  private static final String NOTE =
      "INSERT INTO product_change (product_id, words) VALUES (-2, true) ON CONFLICT DO NOTHING";

  /** A line of the file. */
  private record Entry(long line, String term, String means) {

    @Override
    public String toString() {
      return '"' + term + '"';
    }
  }

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * Replaces the list by that of a file with the columns term and means; several meanings are
   * separated by |. Lines that are wrong are reported and left out.
   *
   * @throws CatalogueFileException when it is no such file; then the list stays
   */
  public ImportReport replace(@NotNull InputStream file) {
    ImportReport report = new ImportReport();
    Map<String, Entry> entries = read(file, report);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE);
        PreparedStatement note = connection.prepareStatement(NOTE);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      delete.executeUpdate();
      note.executeUpdate();
      for (Entry entry : entries.values()) {
        insert.setString(1, entry.term());
        insert.setString(2, entry.means());
        insert.setString(3, entry.term());
        insert.setArray(4, connection.createArrayOf("text", meanings(entry.means())));
        if (insert.executeUpdate() == 0) {
          report.complain(
              entry.line(), entry + " stands twice, or has a word that searches pass over");
        } else {
          report.count(true, 0);
        }
      }
    } catch (SQLException refused) {
      throw new RefusedWriteException(refused);
    }
    return report;
  }

  /** The whole file is read before anything is written: a broken one leaves the list as it was. */
  private static Map<String, Entry> read(InputStream file, ImportReport report) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    CsvFile.read(
        file,
        records -> {
          if (!records.next().getFields().stream().map(String::strip).toList().equals(HEAD)) {
            throw new CatalogueFileException("A file of synonyms has the columns " + HEAD);
          }
          while (records.hasNext()) {
            CsvRecord record = records.next();
            String fault = fault(record.getFields(), entries.size());
            if (fault != null) {
              report.complain(record.getStartingLineNumber(), fault);
              continue;
            }
            Entry entry =
                new Entry(
                    record.getStartingLineNumber(),
                    record.getField(0).strip().toLowerCase(Locale.ROOT),
                    record.getField(1).strip());
            if (entries.putIfAbsent(entry.term(), entry) != null) {
              report.complain(entry.line(), entry + " stands twice");
            }
          }
        });
    return entries;
  }

  private static String fault(List<String> fields, int terms) {
    if (fields.size() != HEAD.size() || fields.get(0).isBlank()) {
      return "needs a term and what it means";
    }
    if (meanings(fields.get(1)).length == 0) {
      return "means nothing";
    }
    if (fields.get(0).length() > MAX_TERM || fields.get(1).length() > MAX_MEANS) {
      return "the term is longer than "
          + MAX_TERM
          + " characters, or the meaning than "
          + MAX_MEANS;
    }
    if (String.join("", fields).indexOf('\0') >= 0) {
      return "the line holds a null character";
    }
    return terms >= MAX_LINES ? "more than " + MAX_LINES + " terms" : null;
  }

  private static String[] meanings(String means) {
    return Arrays.stream(means.split("\\|"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
  }

  /** The list as a file that {@link #replace} takes. */
  public String list() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet rows = statement.executeQuery()) {
      csv.writeRecord(HEAD);
      while (rows.next()) {
        csv.writeRecord(rows.getString(1), rows.getString(2));
      }
    } catch (SQLException refused) {
      throw new RefusedWriteException(refused);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text.toString();
  }
}
