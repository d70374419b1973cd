package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Wherever a product is shown, what it costs and whether there is any is never older than 2 s. */
@Tag("cluster")
class CatalogueFreshnessClusterIT {

  private static final int CHANGES = 20;
  private static final Duration PROMISED = Duration.ofSeconds(2);

  /** So often nginx is asked for each address: a page that nobody asks for is not cached. */
  private static final int EVERY_MS = 100;

  /** Nodes make each answer themselves, so they are asked less often. */
  private static final int EVERY_MS_ON_A_NODE = 300;

  private final AtomicReference<Watch.State> wanted = new AtomicReference<>();
  private final ScheduledExecutorService visitors = Executors.newScheduledThreadPool(8);
  private final List<Watch> watches = new ArrayList<>();

  @Test
  void noPageIsOlderThanTwoSeconds(TestReporter reporter) throws Exception {
    // The newest product stands on the home page and at the top of every list by age. It has one
    // variant, so that its price stands alone.
    JsonObject newest = newestWithOneVariant();
    String slug = newest.getString("slug");
    String category =
        Shop.json(Shop.visitor().get("/api/v1/products/" + slug)).getString("category");
    watchPages("/", body -> card(body, slug));
    watchPages("/category/" + category + "?sort=newest", body -> card(body, slug));
    watchPages("/product/" + slug, CatalogueFreshnessClusterIT::offer);
    watch("/api/v1/products?sort=newest&size=4", body -> item(body, slug));
    watch("/api/v1/products/" + slug, body -> body);
    int was = (int) Shop.number("SELECT price_minor" + from(slug));
    int had = (int) Shop.number("SELECT available" + from(slug));
    try {
      int available = 0;
      int price = 7100;
      for (int change = 1; change <= CHANGES; change++) {
        if (change % 2 == 0) {
          available = available == 0 ? 40 : 0;
        } else {
          price++;
        }
        Watch.State state = change(slug, price, available);
        await()
            .atMost(Duration.ofSeconds(15))
            .pollInterval(Duration.ofMillis(20))
            .untilAsserted(() -> assertThat(blind(state)).isEmpty());
      }
    } finally {
      // Each ends what it is at: a request that is broken off would be a fault of its own.
      visitors.shutdown();
      assertThat(visitors.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
      set(slug, was, had);
    }
    Duration oldest = watches.stream().map(Watch::oldest).max(Duration::compareTo).orElseThrow();
    reporter.publishEntry("oldest answer", oldest.toMillis() + " ms");
    assertThat(watches)
        .allSatisfy(
            watch ->
                assertThat(watch.oldest()).as("%s", watch.address()).isLessThanOrEqualTo(PROMISED));
    assertThat(watches.stream().map(Watch::fault).filter(Objects::nonNull)).isEmpty();
  }

  private static JsonObject newestWithOneVariant() throws Exception {
    for (JsonObject item :
        Shop.json(Shop.visitor().get("/api/v1/products?sort=newest&size=4"))
            .getJsonArray("items")
            .getValuesAs(JsonObject.class)) {
      String slug = item.getString("slug");
      if (Shop.number("SELECT count(*)" + from(slug)) == 1) {
        return item;
      }
    }
    throw new IllegalStateException("None of the four newest products has just one variant");
  }

  private static String from(String slug) {
    return " FROM product_variant WHERE product_id = (SELECT id FROM product WHERE slug = '%s')"
        .formatted(slug);
  }

  private static void set(String slug, int price, int available) {
    Shop.sql(
        "UPDATE product_variant SET price_minor = %d, former_minor = NULL, former_currency = NULL, available = %d WHERE product_id = (SELECT id FROM product WHERE slug = '%s')"
            .formatted(price, available, slug));
  }

  private Watch.State change(String slug, int price, int available) {
    wanted.set(null);
    set(slug, price, available);
    Watch.State state = new Watch.State(price, available, System.nanoTime());
    wanted.set(state);
    return state;
  }

  /** The addresses that have not shown this yet. */
  private List<URI> blind(Watch.State state) {
    return watches.stream().filter(watch -> !watch.hasSeen(state)).map(Watch::address).toList();
  }

  /** Watches a page in both languages, through nginx and on each node itself. */
  private void watchPages(String path, UnaryOperator<String> part) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      start(Shop.uri("/" + language.getLanguage() + path), language, part, EVERY_MS);
      for (String node : Shop.NODES) {
        start(Shop.uri(node, path), language, part, EVERY_MS_ON_A_NODE);
      }
    }
  }

  private void watch(String path, UnaryOperator<String> part) {
    start(Shop.uri(path), null, part, EVERY_MS);
    for (String node : Shop.NODES) {
      start(Shop.uri(node, path), null, part, EVERY_MS_ON_A_NODE);
    }
  }

  private void start(URI address, Locale language, UnaryOperator<String> part, int every) {
    Watch watch = new Watch(address, language, part, wanted);
    watches.add(watch);
    var unused = visitors.scheduleWithFixedDelay(watch, 0, every, TimeUnit.MILLISECONDS);
  }

  /** The text of a product's first card. */
  private static String card(String body, String slug) {
    Element link = Jsoup.parse(body).selectFirst("li.card a[href$=/product/" + slug + "]");
    return link == null ? "" : link.closest("li").text();
  }

  /** The price and the stock of the product whose page it is. */
  private static String offer(String body) {
    Element main = Jsoup.parse(body).selectFirst("main");
    return main.selectFirst(".price").text() + " " + main.selectFirst("[data-stock]").text();
  }

  private static String item(String body, String slug) {
    return Shop.parse(body).getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .filter(item -> item.getString("slug").equals(slug))
        .map(JsonObject::toString)
        .findFirst()
        .orElse("");
  }
}
