package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who orders through the interface, at whatever node. */
final class Buyer {

  private static final AtomicLong KEYS = new AtomicLong(System.nanoTime());

  private final Shop.Visitor visitor = Shop.visitor();

  /** A guest with pieces of an article in the cart. */
  static Buyer with(String sku, int quantity) throws IOException {
    return new Buyer().put(sku, quantity);
  }

  Buyer put(String sku, int quantity) throws IOException {
    HttpResponse<String> added =
        visitor.post(
            "/api/v1/cart/lines", "{\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    return this;
  }

  Shop.Visitor visitor() {
    return visitor;
  }

  /** A key that nobody had before. */
  static String key() {
    return "key-" + KEYS.incrementAndGet();
  }

  /** A body that orders to Berlin, paid with a token of the demo provider. */
  static JsonObjectBuilder body(String token) {
    return Json.createObjectBuilder()
        .add("email", "jo@mail.example")
        .add(
            "shippingAddress",
            Json.createObjectBuilder()
                .add("name", "Jo Doe")
                .add("line1", "Main St 1")
                .add("city", "Berlin")
                .add("postalCode", "10115")
                .add("country", "DE"))
        .add("shippingMethod", "standard")
        .add("payment", Json.createObjectBuilder().add("method", "demo").add("token", token));
  }

  HttpResponse<String> order(String key, String body) throws IOException {
    return order(Shop.uri("/api/v1/checkout"), key, body);
  }

  HttpResponse<String> order(String node, String key, String body) throws IOException {
    return order(Shop.uri(node, "/api/v1/checkout"), key, body);
  }

  private HttpResponse<String> order(URI uri, String key, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return visitor.send(key == null ? request : request.header("Idempotency-Key", key));
  }

  /** Sends a form of the page of the checkout. */
  HttpResponse<String> form(String form) throws IOException {
    return visitor.postForm("/en/checkout", form);
  }

  /** Fills in all steps on the page, up to the review. */
  Buyer fillIn() throws IOException {
    assertThat(
            form("form=address&email=jo%40mail.example&name=Jo&line1=Main+St+1&postalCode=10115&city=Berlin&country=DE")
                .statusCode())
        .isEqualTo(303);
    assertThat(form("form=delivery&shippingMethod=standard").statusCode()).isEqualTo(303);
    assertThat(form("form=payment&payment=card&same=true").statusCode()).isEqualTo(303);
    return this;
  }

  /** The form of the review, as the page has it. */
  String review() throws IOException {
    String page = visitor.get("/en/checkout?step=review").body();
    return "form=place&token=%s&total=%s".formatted(hidden(page, "token"), hidden(page, "total"));
  }

  private static String hidden(String page, String name) {
    String start = "name=\"" + name + "\" value=\"";
    int from = page.indexOf(start);
    assertThat(from).as("%s in %s", name, page).isPositive();
    return page.substring(from + start.length(), page.indexOf('"', from + start.length()));
  }
}
