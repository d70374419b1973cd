package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A node dies, is stopped or comes back, and nobody notices. The last tests take the database away,
 * so they come last.
 */
@Tag("cluster")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailoverClusterIT {

  private static final String SKU = "ANY";
  private static final String LINE = "{\"sku\":\"%s\",\"quantity\":%d}";

  /** A failure leaves no node down to those who come after. */
  @AfterEach
  void allNodesAreBack() {
    Shop.bringUp();
  }

  @Test
  @Order(1)
  void allNodesAnswerInTurn() throws Exception {
    Set<String> nodes = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      nodes.add(Shop.visitor().get("/api/v1/me").headers().firstValue("X-Served-By").orElseThrow());
    }
    assertThat(nodes).containsExactlyInAnyOrderElementsOf(Shop.NODES);
  }

  @Test
  @Order(2)
  void aCartIsTheSameOnEveryNode() throws Exception {
    Shop.Visitor visitor = Shop.visitor();
    String sku = anySku();
    assertThat(visitor.post("/api/v1/cart/lines", LINE.formatted(sku, 2)).statusCode())
        .isEqualTo(201);
    for (String node : Shop.NODES) {
      assertThat(Shop.json(visitor.get(Shop.uri(node, "/api/v1/me"))).getInt("cartCount"))
          .isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Shop.NODE1, Shop.NODE2, Shop.NODE3})
  @Order(3)
  void nobodyNoticesTheKillingAndReturnOf(String node) throws Exception {
    Shop.Visitor shopper = Shop.visitor();
    String sku = anySku();
    assertThat(shopper.post("/api/v1/cart/lines", LINE.formatted(sku, 3)).statusCode())
        .isEqualTo(201);
    int count = sessionCount(shopper, node);

    try (Traffic traffic =
        Traffic.of(
            visitor -> visitor.get("/"),
            visitor -> visitor.get("/api/v1/me"),
            visitor -> visitor.get("/cart"),
            visitor -> visitor.get("/search?q=" + System.nanoTime()))) {
      awaitMore(traffic, 20);
      Shop.store("node", node, "kill");
      assertThat(Shop.isReady(node)).isFalse();
      awaitMore(traffic, 100);
      assertThat(shopper.cartCount()).isEqualTo(3);
      assertThat(sessionCount(shopper, other(node))).isEqualTo(count + 1);
      try (Knocking knocking = Knocking.at(node)) {
        Shop.store("node", node, "start");
        // Never let in to wait for what is still being deployed.
        assertThat(knocking.stop()).containsExactly("refused", "200");
      }
      awaitMore(traffic, 100);
      assertThat(traffic.stop()).isEmpty();
    }
    assertThat(shopper.cartCount()).isEqualTo(3);
    assertThat(sessionCount(shopper, node)).isEqualTo(count + 2);
  }

  /**
   * Clients do as browsers do: what they sent into a connection that nginx, reading its
   * configuration anew, had just closed, they send again.
   */
  @Test
  @Order(4)
  void aDrainedNodeLosesNoRequestNotEvenThoseThatChangeSomething() throws Exception {
    String sku = anySku();
    try (Traffic traffic =
        Traffic.of(
            visitor -> visitor.post("/api/v1/cart/lines", LINE.formatted(sku, 1)),
            visitor -> visitor.get("/cart"),
            visitor -> visitor.post("/api/v1/cart/lines", LINE.formatted(sku, 1)))) {
      awaitMore(traffic, 20);
      Shop.store("node", Shop.NODE3, "drain");
      try {
        int during = traffic.answered();
        awaitMore(traffic, 50);
        assertThat(traffic.answered()).isGreaterThan(during);
      } finally {
        Shop.store("node", Shop.NODE3, "resume");
      }
      awaitMore(traffic, 50);
      assertThat(traffic.stop()).isEmpty();
    }
  }

  @Test
  @Order(5)
  void aNodeThatCrashesIsStartedAgainByItself() {
    LogTail runner = new LogTail(List.of("runner"));
    long before = Shop.process(Shop.NODE2).pid();
    Shop.crash(Shop.NODE2);
    await().atMost(Shop.STARTED).until(() -> Shop.isReady(Shop.NODE2));
    assertThat(Shop.process(Shop.NODE2).pid()).isNotEqualTo(before);
    assertThat(runner.said()).contains("node2 ended");
  }

  /**
   * Others wait up to 15 s for a node that keeps a session and does not answer, and are left with
   * what it has locked when it wakes up again.
   */
  @Test
  @Order(6)
  void aNodeThatHangsIsEndedBeforeTheOthersGiveUpWaitingForIt() throws Exception {
    List<Shop.Visitor> shoppers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      shoppers.add(Shop.visitor());
      sessionCount(shoppers.get(i), Shop.NODE1);
    }
    LogTail runner = new LogTail(List.of("runner"));
    ProcessHandle hanging = Shop.hang(Shop.NODE2);
    for (Shop.Visitor shopper : shoppers) {
      assertThat(sessionCount(shopper, Shop.NODE3)).isEqualTo(2);
      assertThat(sessionCount(shopper, Shop.NODE1)).isEqualTo(3);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> !hanging.isAlive());
    assertThat(runner.said()).contains("node2 does not answer");
    await().atMost(Shop.STARTED).until(() -> Shop.isReady(Shop.NODE2));
    for (Shop.Visitor shopper : shoppers) {
      assertThat(sessionCount(shopper, Shop.NODE2)).isEqualTo(4);
    }
  }

  @Test
  @Order(7)
  void theShopSaysBackInAMomentWithoutItsDatabaseAndRecoversByItself() throws Exception {
    Shop.Visitor visitor = Shop.visitor();
    String cached = "/category/kitchen";
    assertThat(visitor.get(cached).statusCode()).isEqualTo(200);
    Shop.crashForGood("postgresql");
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> Shop.NODES.stream().noneMatch(Shop::isReady));
      assertThat(visitor.get("/search?q=nothing-cached").statusCode()).isEqualTo(503);
      assertThat(visitor.get("/search?q=nothing-cached").body()).contains("Back in a moment");
      Shop.Visitor shopper = Shop.visitor();
      assertThat(shopper.postForm("/cart/add", "sku=" + SKU).statusCode()).isEqualTo(503);
      var api = visitor.get("/api/v1/products?page=3");
      assertThat(api.statusCode()).isEqualTo(503);
      assertThat(api.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      // The last form of a page is better than none.
      assertThat(visitor.get(cached).statusCode()).isEqualTo(200);
      assertThat(visitor.get(cached).body()).contains("Kitchen");
    } finally {
      Shop.store("up");
    }
    await().atMost(Duration.ofMinutes(1)).until(() -> Shop.NODES.stream().allMatch(Shop::isReady));
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> visitor.get("/search?q=teapot").statusCode() == 200);
  }

  /** It looks for the others by the database, too, and finds them once that is back. */
  @Test
  @Order(8)
  void aNodeThatStartsWithoutTheDatabaseWaitsForItAndForTheOthers() throws Exception {
    Shop.Visitor shopper = Shop.visitor();
    int count = sessionCount(shopper, Shop.NODE1);
    long before = deploymentsWithoutDatabase();
    Shop.crashForGood("postgresql");
    try {
      Shop.crash(Shop.NODE3);
      await().atMost(Shop.STARTED).until(() -> deploymentsWithoutDatabase() > before);
    } finally {
      Shop.store("up");
    }
    ProcessHandle waiting = Shop.process(Shop.NODE3);
    await().atMost(Shop.STARTED).until(() -> Shop.isReady(Shop.NODE3));
    assertThat(Shop.process(Shop.NODE3)).isEqualTo(waiting);
    assertThat(sessionCount(shopper, Shop.NODE3)).isEqualTo(count + 1);
  }

  private static long deploymentsWithoutDatabase() throws IOException {
    try (Stream<String> lines = Files.lines(Shop.file("logs/node3.log"))) {
      return lines.filter(line -> line.contains("HHH000342")).count();
    }
  }

  private static String anySku() throws Exception {
    var product = Shop.json(Shop.visitor().get("/api/v1/products/court-pro-basketball"));
    return product.getJsonArray("variants").getJsonObject(0).getString("sku");
  }

  private static int sessionCount(Shop.Visitor visitor, String node) throws Exception {
    HttpResponse<String> answer = visitor.get(Shop.uri(node, "/test/session"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Integer.parseInt(answer.body());
  }

  private static String other(String node) {
    return Shop.NODES.stream().filter(name -> !name.equals(node)).findFirst().orElseThrow();
  }

  /** Waits until so many more requests have been answered. */
  private static void awaitMore(Traffic traffic, int requests) {
    int before = traffic.answered();
    await().atMost(Duration.ofMinutes(1)).until(() -> traffic.answered() >= before + requests);
  }
}
