package shop.emporium.load.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Makes people known to the shop, over its REST interface. */
final class Reception {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A node that checks too many passwords at once says 503, and is asked again. */
  private static final int TRIES = 20;

  private final HttpClient client;
  private final Plan plan;
  private final String password = UUID.randomUUID().toString();

  Reception(HttpClient client, Plan plan) {
    this.client = client;
    this.plan = plan;
  }

  /** A new guest, who may open a socket then. */
  CompletableFuture<Guest> guest(URI door) {
    return post(door, "/api/v1/chat", "", 200, 1).thenApply(answer -> known(door, answer));
  }

  /** Makes an account for an agent; nobody works here by that alone. */
  CompletableFuture<HttpResponse<String>> register(int agent) {
    return post(
        plan.doorOfAgent(agent),
        "/api/v1/customers",
        "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Load %d\"}"
            .formatted(plan.email(agent), password, agent),
        201,
        TRIES);
  }

  /** Signs an agent in. */
  CompletableFuture<Guest> signIn(int agent) {
    URI door = plan.doorOfAgent(agent);
    return post(
            door,
            "/api/v1/session",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(plan.email(agent), password),
            200,
            TRIES)
        .thenApply(answer -> known(door, answer));
  }

  private CompletableFuture<HttpResponse<String>> post(
      URI door, String path, String json, int wanted, int tries) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.resolve(path))
            .timeout(PATIENCE)
            .header("X-Forwarded-For", plan.address())
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
        .thenCompose(
            answer -> {
              if (answer.statusCode() == wanted) {
                return CompletableFuture.completedFuture(answer);
              }
              if (answer.statusCode() == 503 && tries > 1) {
                Executor later = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
                return CompletableFuture.runAsync(() -> {}, later)
                    .thenCompose(now -> post(door, path, json, wanted, tries - 1));
              }
              return CompletableFuture.failedFuture(
                  new IllegalStateException(
                      "POST %s answered %d: %s"
                          .formatted(path, answer.statusCode(), answer.body())));
            });
  }

  private Guest known(URI door, HttpResponse<String> answer) {
    String cookies =
        answer.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.replaceFirst(";.*", ""))
            .filter(cookie -> !cookie.endsWith("="))
            .collect(Collectors.joining("; "));
    if (cookies.isEmpty()) {
      throw new IllegalStateException("No cookie came with " + answer.uri());
    }
    return new Guest(door, cookies, plan.address());
  }
}
