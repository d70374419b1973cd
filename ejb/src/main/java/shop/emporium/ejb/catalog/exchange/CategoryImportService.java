package shop.emporium.ejb.catalog.exchange;

import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shop.emporium.domain.catalog.CategoryWords;
import shop.emporium.ejb.catalog.CatalogueFileException;

/** Reads how categories present themselves, and where in the tree they stand. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CategoryImportService {

  private static final List<String> HEAD =
      List.of(
          "slug",
          "parent",
          "name",
          "description",
          "name_de",
          "description_de",
          "picture",
          "tint",
          "position");

  /** As it was before there was a tree. */
  private static final List<String> OLDER_HEAD =
      List.of("slug", "name", "description", "picture", "tint", "position");

  private static final Set<String> TINTS = Set.of("iris", "peach", "mint", "sky");
  private static final int MAX_NAME = 120;
  private static final int MAX_DESCRIPTION = 1000;

  @Inject private CategoryWriter writer;

  /**
   * Reads a file with the columns slug, parent, name, description, name_de, description_de,
   * picture, tint, position, or without parent and the two translations. A parent comes before what
   * is below it.
   *
   * @throws CatalogueFileException when it is no such file
   */
  public ImportReport importCategories(@NotNull InputStream file) {
    ImportReport report = new ImportReport();
    CsvFile.read(
        file,
        records -> {
          List<String> head = records.next().getFields().stream().map(String::strip).toList();
          if (!head.equals(HEAD) && !head.equals(OLDER_HEAD)) {
            throw new CatalogueFileException("A file of categories has the columns " + HEAD);
          }
          while (records.hasNext()) {
            CsvRecord record = records.next();
            try {
              report.count(writer.save(read(head, record.getFields())), 0);
            } catch (IllegalArgumentException | CatalogueFileException | EJBException wrong) {
              report.complain(record.getStartingLineNumber(), reason(wrong));
            }
          }
        });
    return report;
  }

  private static FileCategory read(List<String> head, List<String> values) {
    if (values.size() != head.size()) {
      throw new IllegalArgumentException("needs " + head.size() + " fields, has " + values.size());
    }
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < head.size(); i++) {
      fields.put(head.get(i), values.get(i).strip());
    }
    if (fields.get("name").isEmpty()) {
      throw new IllegalArgumentException("name is empty");
    }
    if (!TINTS.contains(fields.get("tint"))) {
      throw new IllegalArgumentException("tint is none of " + TINTS.stream().sorted().toList());
    }
    if (!fields.get("position").matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException("position is no number");
    }
    Map<String, CategoryWords> translations =
        fields.containsKey("name_de")
            ? Map.of(
                "de",
                new CategoryWords(
                    limited(fields, "name_de", MAX_NAME),
                    limited(fields, "description_de", MAX_DESCRIPTION)))
            : Map.of();
    return new FileCategory(
        fields.get("slug"),
        Optional.ofNullable(fields.get("parent")),
        limited(fields, "name", MAX_NAME),
        limited(fields, "description", MAX_DESCRIPTION),
        translations,
        fields.get("picture").isEmpty()
            ? null
            : limited(fields, "picture", VariantFields.MAX_SOURCE),
        fields.get("tint"),
        Integer.parseInt(fields.get("position")));
  }

  private static String limited(Map<String, String> fields, String name, int max) {
    String text = fields.get(name);
    if (text.length() > max) {
      throw new IllegalArgumentException(name + " is longer than " + max + " characters");
    }
    return text;
  }

  private static String reason(RuntimeException refused) {
    Throwable cause = refused;
    while (cause instanceof EJBException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
