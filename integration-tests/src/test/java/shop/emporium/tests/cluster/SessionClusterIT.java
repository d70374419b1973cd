package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser with several tabs, whose requests are at work on all nodes at once. */
@Tag("cluster")
class SessionClusterIT {

  private static final List<String> PATHS =
      List.of("/api/v1/me", "/account/profile", "/account/wishlist", "/api/v1/me/profile");

  private static final int TABS = 9;
  private static final int REQUESTS = 300;

  /** Well below the 15 s for which WildFly would wait for the lock of a session. */
  private static final Duration LATE = Duration.ofSeconds(10);

  private record Answer(int status, Duration time) {}

  @Test
  void requestsOfOneBrowserDoNotWaitForEachOther() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    ExecutorService tabs = Executors.newFixedThreadPool(TABS);
    try {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        String node = Shop.NODES.get(i % Shop.NODES.size());
        String path = PATHS.get(i % PATHS.size());
        answers.add(tabs.submit(() -> ask(jo, node, path)));
      }
      for (Future<Answer> answer : answers) {
        assertThat(answer.get().status()).isEqualTo(200);
        assertThat(answer.get().time()).isLessThan(LATE);
      }
    } finally {
      tabs.shutdownNow();
    }
  }

  /** What a request added would be written, and waited for by requests at other nodes. */
  @Test
  void noRequestAfterSigningInAddsAnythingToTheSession() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    List<String> signedIn = attributes(jo);
    assertThat(signedIn).contains("customer", "signIn");
    for (String node : Shop.NODES) {
      for (String path : PATHS) {
        assertThat(ask(jo, node, path).status()).isEqualTo(200);
      }
    }
    assertThat(attributes(jo)).containsExactlyInAnyOrderElementsOf(signedIn);
  }

  /** The names of what is in somebody's session. */
  private static List<String> attributes(Shop.Visitor visitor) {
    String id = visitor.cookie("JSESSIONID").orElseThrow().replaceFirst("\\..*", "");
    JsonObject operation =
        Json.createObjectBuilder()
            .add("operation", "list-session-attribute-names")
            .add(
                "address",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("deployment", "emporium.ear"))
                    .add(Json.createObjectBuilder().add("subdeployment", "emporium-web.war"))
                    .add(Json.createObjectBuilder().add("subsystem", "undertow")))
            .add("session-id", id)
            .build();
    return Shop.manage(Shop.NODE1, operation)
        .getJsonArray("result")
        .getValuesAs(JsonString::getString);
  }

  private static Answer ask(Shop.Visitor visitor, String node, String path) throws IOException {
    long begin = System.nanoTime();
    int status = visitor.get(Shop.uri(node, path)).statusCode();
    return new Answer(status, Duration.ofNanos(System.nanoTime() - begin));
  }
}
