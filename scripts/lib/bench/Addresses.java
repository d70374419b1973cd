import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes what to ask of a shop, taken from what it has: Addresses SHOP FOLDER. A file for each kind of page with one
 * address a line, and latency.txt with the kind before each address. The same catalogue gives the same addresses.
 */
public class Addresses {

  private static final Pattern SLUG = Pattern.compile("\"slug\":\"([a-z0-9-]+)\"");
  private static final Pattern NAME = Pattern.compile("\"name\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");
  private static final int CATEGORIES = 30;
  private static final int PRODUCTS = 200;
  private static final int SEARCHES = 60;
  private static final int LATENCIES = 125;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Random random = new Random(1);
  private final String shop;
  private final List<String> categories = new ArrayList<>();
  private final List<String> listings = new ArrayList<>();
  private final List<String> faceted = new ArrayList<>();
  private final List<String> lists = new ArrayList<>();
  private final Set<String> products = new LinkedHashSet<>();
  private final Set<String> words = new LinkedHashSet<>();

  private Addresses(String shop) {
    this.shop = shop;
  }

  public static void main(String[] arguments) throws Exception {
    Addresses addresses = new Addresses(arguments[0]);
    addresses.gather();
    addresses.write(Path.of(arguments[1]));
  }

  private void gather() throws IOException, InterruptedException {
    List<String> all = found(SLUG, get("/api/v1/categories"));
    Collections.shuffle(all, random);
    for (String category : all) {
      String page = get("/api/v1/products?size=100&category=" + category);
      int items = page.indexOf("\"items\":[");
      List<String> here = found(SLUG, page.substring(items));
      if (here.isEmpty() || categories.size() == CATEGORIES) {
        continue;
      }
      categories.add(category);
      products.addAll(here);
      found(NAME, page.substring(items)).forEach(name -> words.addAll(found(WORD, name)));
      for (int number = 1; number <= Math.min(3, 1 + here.size() / 24); number++) {
        listings.add("/category/" + category + "?page=" + number);
        lists.add("/api/v1/products?size=20&category=" + category + "&page=" + number);
      }
      int brands = page.indexOf("\"brands\":[");
      for (String brand : found(SLUG, page.substring(brands, page.indexOf(']', brands))).stream().limit(3).toList()) {
        faceted.add("/category/" + category + "?brand=" + brand + "&inStock=true");
      }
    }
    if (products.isEmpty()) {
      System.err.println("The shop shows no product.");
      System.exit(1);
    }
  }

  private void write(Path folder) throws IOException {
    List<String> somePages = some(new ArrayList<>(products), PRODUCTS);
    List<String> someWords = some(new ArrayList<>(words), 4 * SEARCHES + LATENCIES);
    file(folder, "home", List.of("/"));
    file(folder, "category", listings);
    file(folder, "facets", faceted);
    file(folder, "search", queries(someWords, SEARCHES));
    file(folder, "product", somePages.stream().map(slug -> "/product/" + slug).toList());
    file(folder, "rest-list", lists);
    file(folder, "rest-product", somePages.stream().map(slug -> "/api/v1/products/" + slug).toList());
    Files.write(folder.resolve("latency.txt"), latencies(someWords));
  }

  /** Three words alone, then two together, and so on. */
  private static List<String> queries(List<String> words, int count) {
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < Math.min(count, words.size()); i++) {
      String second = i % 4 == 3 && i + 1 < words.size() ? "+" + words.get(i + 1) : "";
      queries.add("/search?q=" + (words.get(i) + second).toLowerCase(Locale.ROOT));
    }
    return queries;
  }

  /** What one client asks, each address once: none is one of those above, so that no answer is ready. */
  private List<String> latencies(List<String> someWords) {
    List<String> lines = new ArrayList<>();
    List<String> sorts = List.of("price", "-price", "newest", "rating");
    List<String> ends = new ArrayList<>(someWords);
    Collections.reverse(ends);
    for (int i = 0; i < LATENCIES; i++) {
      String category = categories.get(i % categories.size());
      String word = ends.get(i % ends.size()).toLowerCase(Locale.ROOT);
      int round = i / categories.size();
      lines.add("listing\t/category/" + category + "?sort=" + sorts.get(round % 4) + "&minPrice=" + (1 + round));
      lines.add("facets\t" + faceted.get(i % faceted.size()) + "&minPrice=" + (1 + i) + "&sort=" + sorts.get(i % 4));
      lines.add("search\t/search?q=" + word + (i % 2 == 0 ? "" : "+" + ends.get((i + 7) % ends.size()).toLowerCase(Locale.ROOT)));
      lines.add("suggest\t/api/v1/suggest?q=" + word.substring(0, Math.min(word.length(), 2 + i % 4)));
    }
    return lines;
  }

  private List<String> some(List<String> list, int count) {
    Collections.sort(list);
    Collections.shuffle(list, random);
    return list.subList(0, Math.min(count, list.size()));
  }

  private static void file(Path folder, String kind, List<String> addresses) throws IOException {
    Files.write(folder.resolve(kind + ".txt"), addresses);
  }

  private static List<String> found(Pattern pattern, String text) {
    return new ArrayList<>(
        pattern.matcher(text).results().map(match -> match.group(Math.min(1, match.groupCount()))).distinct().toList());
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(HttpRequest.newBuilder(URI.create(shop + path)).build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      System.err.println(shop + path + " answers with status " + response.statusCode() + ".");
      System.exit(1);
    }
    return response.body();
  }
}
