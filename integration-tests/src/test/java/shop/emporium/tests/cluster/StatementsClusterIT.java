package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page costs the database a few statements, however much it shows, on a node without a cache. */
@Tag("cluster")
class StatementsClusterIT {

  private static final String CALLS =
      """
      SELECT coalesce(sum(calls), 0) FROM pg_stat_statements
       WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND toplevel
         AND query !~* '^(BEGIN|COMMIT|ROLLBACK|SET|SHOW|RESET|DISCARD)' AND query NOT LIKE '%pg_stat_statements%'
      """;

  /**
   * Timers and the nodes' watch over themselves ask too: one run that they leave alone is enough.
   */
  private static final int RUNS = 40;

  @BeforeAll
  static void remembersNothing() {
    Shop.sql("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    Shop.manage(Shop.NODE1, onTheSetting("add").add("value", "off").build());
  }

  @AfterAll
  static void remembersAgain() {
    Shop.manage(Shop.NODE1, onTheSetting("remove").build());
  }

  private static JsonObjectBuilder onTheSetting(String operation) {
    return Json.createObjectBuilder()
        .add("operation", operation)
        .add(
            "address",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("system-property", "store.node.cache")));
  }

  @ParameterizedTest
  @CsvSource({
    "/category/kitchen,4",
    "/category/kitchen?inStock=true&sort=price,4",
    "/search?q=shoe,4",
    "/product/aster-2-trail-running-shoe,5"
  })
  void aPageNeedsFewStatements(String path, long most) throws Exception {
    URI page = Shop.uri(Shop.NODE1, path);
    assertThat(Shop.visitor().get(page).statusCode()).isEqualTo(200);
    long least = leastOf(() -> statementsOf(page), most);
    assertThat(least).as("none would mean that the cache is on").isPositive();
    assertThat(least).as(path).isLessThanOrEqualTo(most);
  }

  /** Who is asking, whether the cookie's cart is still to be merged, and the cart itself. */
  @Test
  void aCartNeedsFewStatementsHoweverMuchIsInIt() throws Exception {
    URI cart = Shop.uri(Shop.NODE1, "/cart");
    Shop.Visitor guest = Shop.visitor();
    String skus =
        Shop.value(
            """
            SELECT string_agg(sku, ' ') FROM (
              SELECT v.sku FROM product_variant v JOIN product p ON p.id = v.product_id
               WHERE p.visible AND v.available > 0 AND v.sku !~ '[^A-Za-z0-9.-]' ORDER BY v.sku LIMIT 20) AS few
            """);
    for (String sku : skus.split(" ", -1)) {
      HttpResponse<String> added =
          guest.post("/api/v1/cart/lines", "{\"sku\":\"%s\"}".formatted(sku));
      assertThat(added.statusCode()).isEqualTo(201);
    }
    // The last one of them: whether a code is kept for it.
    assertThat(leastOf(() -> statementsOf(guest, cart), 6)).isBetween(1L, 6L);
    URI checkout = Shop.uri(Shop.NODE1, "/checkout");
    assertThat(leastOf(() -> statementsOf(guest, checkout), 6)).isBetween(1L, 6L);
    guest.post(
        "/api/v1/session", "{\"email\":\"shopper@example.com\",\"password\":\"Demo-store-2026!\"}");
    assertThat(leastOf(() -> statementsOf(guest, cart), 8)).isBetween(2L, 8L);
  }

  /** The least of some runs, and no more of them once it is as little as wanted. */
  private static long leastOf(LongSupplier statements, long most) {
    long least = statements.getAsLong();
    for (int run = 1; run < RUNS && least > most; run++) {
      least = Math.min(least, statements.getAsLong());
    }
    return least;
  }

  private static long statementsOf(URI page) {
    return statementsOf(Shop.visitor(), page);
  }

  private static long statementsOf(Shop.Visitor visitor, URI page) {
    long before = Shop.number(CALLS);
    try {
      HttpResponse<String> answer = visitor.get(page);
      assertThat(answer.statusCode()).isEqualTo(200);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    long more = Shop.number(CALLS) - before;
    // What the database has seen too rarely it forgets, with its count.
    return more < 0 ? Long.MAX_VALUE : more;
  }
}
