import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of which the catalogue is made, from kinds.txt and words.txt beside this file. */
final class Vocabulary {

  /** A category. One without nouns is a shelf that holds others. */
  record Kind(
      String slug,
      String parent,
      String english,
      String german,
      String group,
      List<String> options,
      long lowestMinor,
      long highestMinor,
      List<String> nouns,
      List<String> materials,
      List<String> pictures) {

    boolean isShelf() {
      return nouns.isEmpty();
    }
  }

  private final Map<String, List<String>> words = new HashMap<>();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final List<String> brands = new ArrayList<>();

  Vocabulary(Path folder) throws IOException {
    for (String line : Files.readAllLines(folder.resolve("words.txt"))) {
      int equals = line.indexOf(" = ");
      if (!line.startsWith("#") && equals > 0) {
        words.put(line.substring(0, equals), Arrays.stream(line.substring(equals + 3).split(";")).map(String::strip).toList());
      }
    }
    for (String line : Files.readAllLines(folder.resolve("kinds.txt"))) {
      if (!line.startsWith("#")) {
        Kind kind = kind(line.split("\\|"));
        kinds.put(kind.slug(), kind);
      }
    }
    for (String beginning : words("brand.beginning")) {
      for (String end : words("brand.end")) {
        brands.add(beginning + end);
      }
    }
  }

  private static Kind kind(String[] fields) {
    List<String> names = list(fields[2]);
    if (fields.length == 3) {
      return new Kind(fields[0].strip(), fields[1].strip(), names.get(0), names.get(1), "", List.of(), 0, 0, List.of(), List.of(), List.of());
    }
    String[] range = fields[5].strip().split("-");
    return new Kind(
        fields[0].strip(),
        fields[1].strip(),
        names.get(0),
        names.get(1),
        fields[3].strip(),
        list(fields[4]),
        Long.parseLong(range[0]) * 100,
        Long.parseLong(range[1]) * 100,
        list(fields[6]),
        list(fields[7]),
        list(fields[8]));
  }

  private static List<String> list(String field) {
    return Arrays.stream(field.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** The values of a key of words.txt. */
  List<String> words(String key) {
    List<String> found = words.get(key);
    if (found == null) {
      throw new IllegalArgumentException("words.txt has no line for " + key);
    }
    return found;
  }

  /** All categories, each after the one that it stands in. */
  List<Kind> kinds() {
    return List.copyOf(kinds.values());
  }

  List<String> brands() {
    return brands;
  }

  /** The category at the top of the tree above this one, or this one itself. */
  Kind top(Kind kind) {
    return kind.parent().isEmpty() ? kind : top(kinds.get(kind.parent()));
  }
}
