package shop.emporium.tests.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Somebody with cookies of his own. Thousands of them share one client. */
final class Buyer {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** Longer than the shop lets anybody wait for a payment. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  /** A guest whose cart is there already. */
  static Buyer withCart(String token) {
    Buyer buyer = new Buyer();
    buyer.cookies.put("cart", token);
    return buyer;
  }

  /** A call of the REST interface; without a body where that is null. */
  HttpResponse<String> call(String method, URI uri, String json) throws IOException {
    return send(
        json == null
            ? request(uri).method(method, HttpRequest.BodyPublishers.noBody())
            : request(uri)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The same, again and again at any node until it is answered with something below 500. */
  HttpResponse<String> insist(Doors doors, String method, String path, String json) {
    return Patience.untilItWorks(
        () -> {
          HttpResponse<String> answer = call(method, doors.any(path), json);
          if (answer.statusCode() >= 500) {
            throw new IOException(path + " answered " + answer.statusCode());
          }
          return answer;
        });
  }

  HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(LONGEST);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    if (!cookies.isEmpty()) {
      request.setHeader(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void keep(String header) {
    String pair = header.split(";", 2)[0];
    int equals = pair.indexOf('=');
    String value = pair.substring(equals + 1);
    if (value.isEmpty() || header.contains("Max-Age=0")) {
      cookies.remove(pair.substring(0, equals));
    } else {
      cookies.put(pair.substring(0, equals), value);
    }
  }
}
