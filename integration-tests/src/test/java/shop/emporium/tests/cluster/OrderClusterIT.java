package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders over HTTP: the same on every node, for whose they are and for who works here only. */
@Tag("cluster")
class OrderClusterIT {

  private static final String API = "/api/v1";
  private static final String PASSWORD = "one two three four";
  private static final String SKU = "KST-HAR22";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final List<Socket> sockets = new ArrayList<>();

  @BeforeEach
  void fillTheShelf() {
    Shop.sql("UPDATE product_variant SET available = 200 WHERE sku = '" + SKU + "'");
    Shop.sql("TRUNCATE throttle");
  }

  @AfterEach
  void everyPromiseHolds() {
    threads.shutdownNow();
    sockets.forEach(Socket::close);
    assertThat(
            Shop.value(
                "SELECT coalesce(string_agg(promise || ': ' || subject || ': ' || detail, '; '),"
                    + " '') FROM broken_promise"))
        .isEmpty();
  }

  @Test
  void whatIsSomebodyElsesIsNotThere() throws Exception {
    Buyer jo = customer();
    String number = order(jo);
    Buyer ann = customer();
    Shop.Visitor nobody = Shop.visitor();
    String key = key(number);
    String other = key(order(ann));
    for (String node : Shop.NODES) {
      assertThat(jo.visitor().get(Shop.uri(node, API + "/orders/" + number)).statusCode())
          .isEqualTo(200);
    }
    for (String path : List.of("", "/tracking")) {
      String address = API + "/orders/" + number + path;
      assertThat(ann.visitor().get(address).statusCode()).as(address).isEqualTo(404);
      assertThat(nobody.get(address).statusCode()).as(address).isEqualTo(401);
      assertThat(nobody.get(address + "?key=" + key).statusCode()).as(address).isEqualTo(200);
      assertThat(nobody.get(address + "?key=" + other).statusCode()).as(address).isEqualTo(404);
      assertThat(nobody.get(address + "?key=x").statusCode()).as(address).isEqualTo(404);
    }
    for (String path : List.of("/cancel", "/returns", "/reorder")) {
      String address = API + "/orders/" + number + path;
      String body = "{\"reason\":\"other\",\"lines\":[{\"sku\":\"" + SKU + "\",\"quantity\":1}]}";
      assertThat(ann.visitor().post(address, body).statusCode()).as(address).isEqualTo(404);
      assertThat(nobody.post(address, body).statusCode()).as(address).isEqualTo(401);
      assertThat(nobody.post(address + "?key=" + other, body).statusCode())
          .as(address)
          .isEqualTo(404);
    }
    for (String path : List.of("/en/order/" + number, "/en/order/" + number + "/invoice.pdf")) {
      assertThat(jo.visitor().get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(ann.visitor().get(path).statusCode()).as(path).isEqualTo(404);
      assertThat(nobody.get(path).statusCode()).as(path).isEqualTo(404);
      HttpResponse<String> seen = nobody.get(path + "?key=" + key);
      assertThat(seen.statusCode()).as(path).isEqualTo(200);
      assertThat(seen.headers().firstValue("Cache-Control")).contains("private, no-store");
      assertThat(seen.headers().firstValue("Referrer-Policy")).contains("same-origin");
      assertThat(seen.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(nobody.get(path + "?key=" + other).statusCode()).as(path).isEqualTo(404);
    }
    for (String unknown : List.of("EM-1", "x", "EM-999999999999999", "%00", "'")) {
      assertThat(ann.visitor().get(API + "/orders/" + encoded(unknown)).statusCode())
          .as(unknown)
          .isIn(400, 404);
    }
    JsonObject list = Shop.json(jo.visitor().get(API + "/orders?q=" + number));
    assertThat(list.getInt("total")).isEqualTo(1);
    assertThat(Shop.json(ann.visitor().get(API + "/orders?q=" + number)).getInt("total")).isZero();
    assertThat(jo.visitor().get(API + "/orders?status=none").statusCode()).isEqualTo(400);
    for (String wrong : List.of("size=101", "size=x", "page=abc", "page=0", "year=x")) {
      HttpResponse<String> refused = jo.visitor().get(API + "/orders?" + wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
      assertThat(refused.body()).as(wrong).contains(wrong.replaceAll("=.*", ""));
    }
    assertThat(nobody.get(API + "/orders").statusCode()).isEqualTo(401);
    assertThat(ann.visitor().get("/en/account/orders").body()).doesNotContain(number);
    assertThat(jo.visitor().get("/en/account/orders").body()).contains(number);
    String logged = Files.readString(Shop.file("logs/nginx.log"));
    assertThat(logged).doesNotContain(key);
  }

  @Test
  void onlyPeopleWhoWorkHereMoveOrders() throws Exception {
    Buyer jo = customer();
    String number = order(jo);
    String address = API + "/admin/orders/" + number;
    for (String path :
        List.of(
            "/cancel",
            "/parcels",
            "/parcels/1/reopen",
            "/parcels/1/ship",
            "/parcels/1/deliver",
            "/parcels/1/take-back",
            "/returns/1/accept",
            "/returns/1/refuse",
            "/refunds")) {
      assertThat(Shop.visitor().post(address + path, "{}").statusCode()).as(path).isEqualTo(401);
      assertThat(jo.visitor().post(address + path, "{}").statusCode()).as(path).isEqualTo(403);
    }
    assertThat(Shop.visitor().get(address).statusCode()).isEqualTo(401);
    assertThat(jo.visitor().get(address).statusCode()).isEqualTo(403);
    Shop.Visitor ann = agent();
    assertThat(ann.get(API + "/admin/orders/EM-1").statusCode()).isEqualTo(404);
    assertThat(ann.post(address + "/parcels/0/ship", "{\"carrier\":\"Postbird\"}").statusCode())
        .isEqualTo(404);
    for (String path : List.of("/cancel", "/parcels")) {
      HttpResponse<String> twoLines = ann.post(address + path, "{\"why\":\"two\\nlines\"}");
      assertThat(twoLines.statusCode()).as(twoLines.body()).isEqualTo(400);
      assertThat(twoLines.body()).contains("must be one line of text");
    }
    JsonObject packed = Shop.json(ann.post(address + "/parcels", "{}"));
    assertThat(packed.getJsonObject("order").getString("status")).isEqualTo("packed");
    int parcel =
        packed.getJsonObject("order").getJsonArray("parcels").getJsonObject(0).getInt("id");
    assertThat(ann.post(address + "/parcels", "{}").statusCode()).isEqualTo(409);
    assertThat(ann.post(address + "/parcels/" + parcel + "/ship", "{}").statusCode())
        .isEqualTo(400);
    assertThat(ann.post(address + "/parcels/" + parcel + "/deliver", "{}").statusCode())
        .isEqualTo(409);
    JsonObject shipped =
        Shop.json(
            ann.post(
                address + "/parcels/" + parcel + "/ship",
                "{\"carrier\":\"Postbird\",\"tracking\":\"PB 1\",\"why\":\"Before noon\"}"));
    assertThat(shipped.getString("invoice")).startsWith("INV-");
    assertThat(shipped.getJsonArray("moves").toString()).contains("staff:", "Before noon");
    givesBackOnceForAKey(ann, number);
    JsonObject seen = Shop.json(jo.visitor().get(API + "/orders/" + number + "/tracking"));
    assertThat(seen.getString("status")).isEqualTo("shipped");
    assertThat(seen.getJsonArray("parcels").getJsonObject(0).getString("tracking"))
        .isEqualTo("PB 1");
    assertThat(seen.toString()).doesNotContain("staff", "Before noon");
    HttpResponse<String> asked =
        jo.visitor()
            .post(
                API + "/orders/" + number + "/returns",
                "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"reason\":\"damaged\",\"note\":\"A crack\"}"
                    .formatted(SKU));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
    int wish = Shop.json(asked).getJsonArray("returns").getJsonObject(0).getInt("id");
    assertThat(ann.post(address + "/returns/" + wish + "/refuse", "{}").statusCode())
        .isEqualTo(400);
    JsonObject done =
        Shop.json(ann.post(address + "/returns/" + wish + "/accept", "{\"restock\":true}"));
    assertThat(done.getJsonObject("order").getString("status")).isEqualTo("returned");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        Shop.json(jo.visitor().get(API + "/orders/" + number))
                            .getJsonObject("payment")
                            .getString("status"))
                    .isEqualTo("refunded"));
    for (String wrong :
        List.of(
            "{}",
            "{\"amount\":{\"amount\":\"x\",\"currency\":\"EUR\"},\"why\":\"w\"}",
            "{\"amount\":{\"amount\":\"-1\",\"currency\":\"EUR\"},\"why\":\"w\"}",
            "{\"amount\":{\"amount\":\"1\",\"currency\":\"EUR\"}}",
            "[]",
            "{")) {
      assertThat(refund(ann, number, Buyer.key(), wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(refund(ann, number, Buyer.key(), cents(1)).statusCode()).isEqualTo(409);
  }

  private static void givesBackOnceForAKey(Shop.Visitor ann, String number) throws IOException {
    HttpResponse<String> keyless = refund(ann, number, null, cents(1));
    assertThat(keyless.statusCode()).isEqualTo(400);
    assertThat(keyless.body()).contains("idempotency-key-required");
    String key = Buyer.key();
    for (int call = 0; call < 2; call++) {
      HttpResponse<String> refunded = refund(ann, number, key, cents(1));
      assertThat(refunded.statusCode()).as(refunded.body()).isEqualTo(200);
    }
    HttpResponse<String> other = refund(ann, number, key, cents(2));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("idempotency-key-reused");
    assertThat(
            Shop.number(
                "SELECT sum(r.amount_minor) FROM refund r JOIN payment p ON p.id = r.payment_id"
                    + " WHERE 'EM-' || p.order_number = '"
                    + number
                    + "'"))
        .isEqualTo(1);
  }

  private static String cents(int amount) {
    return "{\"amount\":{\"amount\":\"0.0%d\",\"currency\":\"EUR\"},\"why\":\"A scratch\"}"
        .formatted(amount);
  }

  private static HttpResponse<String> refund(
      Shop.Visitor who, String number, String key, String body) throws IOException {
    HttpRequest.Builder call =
        HttpRequest.newBuilder(Shop.uri(API + "/admin/orders/" + number + "/refunds"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return who.send(key == null ? call : call.header("Idempotency-Key", key));
  }

  @Test
  void ofCancelAndPackOnTwoNodesExactlyOneWins() throws Exception {
    Shop.Visitor ann = agent();
    for (int round = 0; round < 6; round++) {
      Buyer jo = customer();
      String number = order(jo);
      Future<Integer> cancelled =
          threads.submit(
              () ->
                  jo.visitor()
                      .call(
                          "POST", Shop.uri(Shop.NODE1, API + "/orders/" + number + "/cancel"), "{}")
                      .statusCode());
      Future<Integer> packed =
          threads.submit(
              () ->
                  ann.call(
                          "POST",
                          Shop.uri(Shop.NODE2, API + "/admin/orders/" + number + "/parcels"),
                          "{}")
                      .statusCode());
      assertThat(List.of(cancelled.get(), packed.get())).isIn(List.of(200, 409), List.of(409, 201));
    }
  }

  @Test
  void itsCustomersPagesHearOfItOnAnotherNode() throws Exception {
    Buyer jo = customer();
    String number = order(jo);
    Socket own = open(jo.visitor(), Shop.NODE3);
    Socket other = open(customer().visitor(), Shop.NODE3);
    await().until(() -> own.heard().stream().anyMatch(one -> one.is("cart")));
    await().until(() -> other.heard().stream().anyMatch(one -> one.is("cart")));
    agent().call("POST", Shop.uri(Shop.NODE1, API + "/admin/orders/" + number + "/parcels"), "{}");
    await()
        .until(
            () ->
                own.heard().stream()
                    .anyMatch(
                        one ->
                            one.is("order")
                                && one.frame().getString("number").equals(number)
                                && one.frame().getString("status").equals("packed")));
    assertThat(other.heard()).noneMatch(one -> one.is("order"));
  }

  @Test
  void isFoundByNumberAndAddressAndAnsweredAlikeOtherwise() throws Exception {
    Buyer jo = customer();
    String number = order(jo);
    String key = key(number);
    HttpResponse<String> page = Shop.visitor().get("/de/order/" + number + "?key=" + key);
    assertThat(page.body()).contains(number, "Vielen Dank! Sie ist bezahlt", "Main St 1");
    HttpResponse<String> wrong =
        Shop.visitor()
            .postForm("/en/track", "form=track&orderNumber=" + number + "&email=a%40b.cc");
    assertThat(wrong.statusCode()).isEqualTo(422);
    HttpResponse<String> none =
        Shop.visitor().postForm("/en/track", "form=track&orderNumber=EM-1&email=a%40b.cc");
    assertThat(none.body().replace("EM-1\"", ""))
        .isEqualTo(wrong.body().replace(number + "\"", ""));
  }

  private Socket open(Shop.Visitor visitor, String node) {
    Socket socket = Socket.open(visitor, node);
    sockets.add(socket);
    return socket;
  }

  /** A link for whoever knows number and address. */
  private static String key(String number) throws IOException {
    HttpResponse<String> led =
        Shop.visitor()
            .postForm("/en/track", "form=track&orderNumber=" + number + "&email=jo%40mail.example");
    assertThat(led.statusCode()).as(led.body()).isEqualTo(303);
    String address = led.headers().firstValue("Location").orElseThrow();
    return address.substring(address.indexOf("key=") + 4);
  }

  private static String order(Buyer buyer) throws IOException {
    buyer.put(SKU, 1);
    HttpResponse<String> placed =
        buyer.order(Buyer.key(), Buyer.body("tok_approved").build().toString());
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    return Shop.json(placed).getString("number");
  }

  private static Buyer customer() throws IOException {
    Buyer buyer = new Buyer();
    signIn(buyer.visitor(), email(), "SHOPPER");
    return buyer;
  }

  private static Shop.Visitor agent() throws IOException {
    Shop.Visitor visitor = Shop.visitor();
    signIn(visitor, email(), "AGENT");
    return visitor;
  }

  private static String email() {
    return "order" + COUNT.incrementAndGet() + "-" + System.nanoTime() + "@example.com";
  }

  private static void signIn(Shop.Visitor visitor, String email, String role) throws IOException {
    visitor.post(
        API + "/customers",
        "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Jo Doe\"}".formatted(email, PASSWORD));
    Shop.sql("UPDATE customer SET role = '" + role + "' WHERE email_key = '" + email + "'");
    HttpResponse<String> in =
        visitor.send(
            HttpRequest.newBuilder(URI.create(Shop.uri(API + "/session").toString()))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD))));
    assertThat(in.statusCode()).as(in.body()).isBetween(200, 204);
  }

  private static String encoded(String text) {
    return text.equals("'") ? "%27" : text;
  }
}
