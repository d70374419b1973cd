import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Lays out the drawing of its category under the name of each picture of the sample catalogue: Draw SAMPLE TARGET. */
public class Draw {
  public static void main(String[] arguments) throws IOException {
    Path sample = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    List<List<String>> categories = rows(Files.readString(sample.resolve("categories.csv")));
    int parent = categories.get(0).indexOf("parent");
    int icon = categories.get(0).indexOf("picture");
    for (List<String> row : categories) {
      draw(sample, target, row.get(parent).isEmpty() ? row.get(0) : row.get(parent), row.get(icon));
    }
    List<List<String>> products = rows(Files.readString(sample.resolve("catalogue.csv")));
    int path = products.get(0).indexOf("Product Category");
    int picture = products.get(0).indexOf("Image Src");
    String category = "";
    for (List<String> row : products) {
      category = row.get(path).isEmpty() ? category : row.get(path).split(" > ")[0];
      draw(sample, target, category.toLowerCase().replaceAll("[^a-z]+", "-"), row.get(picture));
    }
  }

  private static void draw(Path sample, Path target, String category, String picture) throws IOException {
    Path drawing = sample.resolve("drawn").resolve(category + ".svg");
    if (!picture.isEmpty() && Files.exists(drawing)) {
      Files.copy(drawing, target.resolve(picture), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        field.append(c);
      }
    }
    return rows;
  }
}
