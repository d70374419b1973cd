package shop.emporium.tests.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Follows the links of this shop's pages level by level, each address once, four at a time, and
 * keeps what is wrong with the answers.
 *
 * <p>Filters of a list can be combined without end, so of the addresses with a query string only
 * some are followed for each path and level, and all in all no more than {@link #MOST}.
 */
final class Crawl {

  private static final int MOST = 4_000;
  private static final int MOST_QUERIES = 3;
  private static final int AT_ONCE = 4;

  private final int depth;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Every address met, and the first page that led to it. */
  private final Map<String, String> met = new LinkedHashMap<>();

  private final List<String> faults = new ArrayList<>();
  private int pages;

  Crawl(int depth) {
    this.depth = depth;
  }

  /** Visits these addresses and what can be reached from them. */
  void from(List<String> starts) throws Exception {
    List<String> level = new ArrayList<>(starts);
    starts.forEach(start -> met.put(start, "the start"));
    ExecutorService visitors = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (int distance = 0; distance <= depth && !level.isEmpty(); distance++) {
        level = visit(level, visitors);
      }
    } finally {
      visitors.shutdownNow();
    }
  }

  /** Visits all of a level; gives the next. */
  private List<String> visit(List<String> level, ExecutorService visitors) throws Exception {
    List<Callable<CrawledAnswer>> visits =
        level.stream().<Callable<CrawledAnswer>>map(address -> () -> get(address)).toList();
    List<String> next = new ArrayList<>();
    Map<String, Integer> queries = new LinkedHashMap<>();
    for (Future<CrawledAnswer> visit : visitors.invokeAll(visits)) {
      CrawledAnswer answer = visit.get();
      answer.faults().stream()
          .map(fault -> "%s (from %s)".formatted(fault, met.get(answer.address())))
          .forEach(faults::add);
      if (answer.isPage()) {
        pages++;
      }
      for (String link : answer.links()) {
        if (met.size() < MOST && !met.containsKey(link) && isWanted(link, queries)) {
          met.put(link, answer.address());
          next.add(link);
        }
      }
    }
    return next;
  }

  private static boolean isWanted(String link, Map<String, Integer> queries) {
    int query = link.indexOf('?');
    return query < 0 || queries.merge(link.substring(0, query), 1, Integer::sum) <= MOST_QUERIES;
  }

  private CrawledAnswer get(String address) throws InterruptedException {
    URI uri = Shop.uri(address);
    try {
      return new CrawledAnswer(
          address,
          client.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException broken) {
      return new CrawledAnswer(address, broken);
    }
  }

  /** What was wrong, each with its address and the page that led there. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** How many addresses were asked for. */
  int seen() {
    return met.size();
  }

  /** How many of them answered with a page. */
  int pages() {
    return pages;
  }
}
