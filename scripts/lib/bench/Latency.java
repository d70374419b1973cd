import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks one address after the other, as one lonely client: Latency SHOP FILE, a kind and an address a line. Prints a line a
 * kind, and one for all pages: kind, requests, median, 99th percentile (ms), how many were not answered with 200.
 * Suggestions have a goal of their own and do not count among the pages.
 */
public class Latency {

  public static void main(String[] arguments) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Map<String, List<Double>> millis = new TreeMap<>();
    Map<String, Integer> failures = new TreeMap<>();
    List<String> lines = Files.readAllLines(Path.of(arguments[1]));
    // This program has to warm up as well: a health check costs the shop nothing.
    for (int i = 0; i < 300; i++) {
      ask(client, arguments[0] + "/health/live");
    }
    for (String line : lines) {
      String[] fields = line.split("\t");
      long began = System.nanoTime();
      int status = ask(client, arguments[0] + fields[1]);
      double took = (System.nanoTime() - began) / 1e6;
      for (String kind : fields[0].equals("suggest") ? List.of("suggest") : List.of(fields[0], "pages")) {
        millis.computeIfAbsent(kind, any -> new ArrayList<>()).add(took);
        failures.merge(kind, status == 200 ? 0 : 1, Integer::sum);
      }
    }
    millis.forEach((kind, all) -> print(kind, all, failures.get(kind)));
  }

  private static int ask(HttpClient client, String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
  }

  private static void print(String kind, List<Double> millis, int failed) {
    millis.sort(null);
    System.out.printf(
        Locale.ROOT, "%s\t%d\t%.1f\t%.1f\t%d%n", kind, millis.size(), percentile(millis, 50), percentile(millis, 99), failed);
  }

  private static double percentile(List<Double> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }
}
