package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shop.emporium.tests.purchase.Purchases;

/** Reviews over HTTP: who may, the same on every node, and pages that everybody sees alike. */
@Tag("cluster")
class ReviewClusterIT {

  private static final String API = "/api/v1";
  private static final String PASSWORD = "one two three four";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private String slug;

  @BeforeEach
  void another() {
    slug =
        Shop.value(
            "SELECT slug FROM product WHERE visible ORDER BY id OFFSET %d LIMIT 1"
                .formatted(30 + COUNT.incrementAndGet()));
  }

  @AfterEach
  void everyPromiseHolds() {
    assertThat(Shop.number("SELECT count(*) FROM broken_review")).isZero();
    Shop.sql("DELETE FROM review");
  }

  @Test
  void onlyBuyersWriteAndEachOnce() throws Exception {
    String path = API + "/products/" + slug + "/reviews";
    Shop.Visitor guest = Shop.visitor();
    assertThat(guest.post(path, body(5)).statusCode()).isEqualTo(401);
    Shop.Visitor jo = new Customer().visitor;
    assertProblem(jo.post(path, body(5)), 403, "not-bought");
    assertProblem(jo.post(API + "/products/none/reviews", body(5)), 404, "not-found");
    Customer buyer = buyer();
    assertThat(buyer.visitor.post(path, body(9)).statusCode()).isEqualTo(400);
    for (String wrong :
        List.of(
            "{",
            "[]",
            "{}",
            "{\"stars\":\"5\"}",
            "{\"stars\":4.5,\"title\":\"a\",\"text\":\"b\"}")) {
      assertThat(buyer.visitor.post(path, wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    HttpResponse<String> written = buyer.visitor.post(path, body(5));
    assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    assertThat(written.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(Shop.json(written).getString("status")).isEqualTo("pending");
    assertProblem(buyer.visitor.post(path, body(5)), 409, "already");
  }

  @Test
  void aGuestWritesByTheLinkOfTheOrder() throws Exception {
    long order = Shop.number(Purchases.ofGuest("guest@example.com", slug, "DELIVERED"));
    String key = linkTo(order);
    String path = API + "/products/" + slug + "/reviews";
    String proved = body(4).replace("}", ",\"order\":\"EM-%d\",\"key\":\"%s\"}");
    assertProblem(
        Shop.visitor().post(path, proved.formatted(order, "x".repeat(43))), 403, "not-bought");
    HttpResponse<String> written = Shop.visitor().post(path, proved.formatted(order, key));
    assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    String page = "/review/" + slug + "?order=EM-" + order + "&key=" + key;
    HttpResponse<String> shown = Shop.visitor().get(page);
    assertThat(shown.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
    assertThat(shown.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(shown.body()).contains("Well made").contains("noindex");
  }

  @Test
  void aboutAnOrderOfAnAccountOneWritesSignedIn() throws Exception {
    Customer buyer = new Customer();
    long order = Shop.number(Purchases.ofCustomer(buyer.email, slug, "DELIVERED"));
    String key = linkTo(order);
    String path = API + "/products/" + slug + "/reviews";
    String proved =
        body(4).replace("}", ",\"order\":\"EM-%d\",\"key\":\"%s\"}").formatted(order, key);
    assertProblem(Shop.visitor().post(path, proved), 401, "sign-in-required");
    HttpResponse<String> written = buyer.visitor.post(path, proved);
    assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    String page = "/en/review/" + slug;
    String link = "order=EM-" + order + "&key=" + key;
    HttpResponse<String> shown = Shop.visitor().get(page + "?" + link);
    assertThat(shown.statusCode()).isEqualTo(303);
    assertThat(shown.headers().firstValue("Location").orElse("")).startsWith("/en/login?next=");
    String delete = "form=delete&id=" + Shop.json(written).getInt("id") + "&" + link;
    assertThat(Shop.visitor().postForm(page, delete).statusCode()).isEqualTo(303);
    assertThat(Shop.number("SELECT count(*) FROM review WHERE order_number = " + order))
        .isEqualTo(1);
    assertThat(buyer.visitor.get(page + "?" + link).body()).contains("Well made");
  }

  @Test
  void ofSomebodyElseNothingIsThere() throws Exception {
    Customer buyer = buyer();
    String own = API + "/me/reviews/" + write(buyer, 5);
    Shop.Visitor other = new Customer().visitor;
    assertThat(other.get(own).statusCode()).isEqualTo(404);
    assertThat(other.call("PUT", Shop.uri(own), body(1)).statusCode()).isEqualTo(404);
    assertThat(other.call("DELETE", Shop.uri(own), null).statusCode()).isEqualTo(404);
    assertThat(Shop.visitor().get(own).statusCode()).isEqualTo(401);
    for (String node : Shop.NODES) {
      HttpResponse<String> seen = buyer.visitor.get(Shop.uri(node, own));
      assertThat(Shop.json(seen).getInt("stars")).isEqualTo(5);
    }
    HttpResponse<String> changed = buyer.visitor.call("PUT", Shop.uri(own), body(2));
    assertThat(Shop.json(changed).getInt("stars")).isEqualTo(2);
    assertThat(buyer.visitor.call("DELETE", Shop.uri(own), null).statusCode()).isEqualTo(204);
    assertThat(buyer.visitor.get(own).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyPeopleWhoWorkHereDecide() throws Exception {
    long id = write(buyer(), 5);
    String publish = API + "/admin/reviews/" + id + "/publish";
    String reject = API + "/admin/reviews/" + id + "/reject";
    assertThat(Shop.visitor().post(publish, "{}").statusCode()).isEqualTo(401);
    Shop.Visitor shopper = staff("shopper");
    assertProblem(shopper.post(publish, "{}"), 403, "staff-only");
    assertProblem(shopper.get(Shop.uri(API + "/admin/reviews")), 403, "staff-only");
    assertThat(shopper.get("/admin/reviews").statusCode()).isEqualTo(404);
    assertThat(Shop.visitor().get("/admin/reviews").statusCode()).isEqualTo(303);
    Shop.Visitor agent = staff("agent");
    assertThat(agent.get("/admin/reviews").body()).contains("Well made");
    // Others may wait as well, such as those that were written before.
    JsonObject mine =
        Shop.json(agent.get(API + "/admin/reviews?status=pending")).getJsonArray("items").stream()
            .map(JsonValue::asJsonObject)
            .filter(review -> review.getInt("id") == id)
            .findFirst()
            .orElseThrow();
    assertProblem(agent.post(publish, "{\"revision\":99}"), 409, "changed");
    assertThat(agent.post(reject, "{}").statusCode()).isEqualTo(400);
    assertThat(
            agent
                .post(publish, "{\"revision\":%d}".formatted(mine.getInt("revision")))
                .statusCode())
        .isEqualTo(204);
    assertProblem(agent.post(publish, "{}"), 409, "decided");
    assertThat(agent.post(reject, "{\"why\":\"Names somebody\"}").statusCode()).isEqualTo(204);
    assertProblem(agent.post(API + "/admin/reviews/0/publish", "{}"), 404, "not-found");
    for (String wrong : List.of("status=none", "page=0", "page=x")) {
      assertThat(agent.get(API + "/admin/reviews?" + wrong).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void whatIsPublishedIsOnEveryNodeWithinSecondsAndThePageHasAnotherVersion() throws Exception {
    String page = "/en/product/" + slug;
    Map<String, String> versions = versions(page);
    double before = Double.parseDouble(product().getString("rating"));
    int ratings = product().getInt("ratings");
    Customer buyer = buyer();
    long id = write(buyer, 1);
    assertThat(versions(page)).as("what waits changes nothing").isEqualTo(versions);
    assertThat(staff("admin").post(API + "/admin/reviews/" + id + "/publish", "{}").statusCode())
        .isEqualTo(204);
    for (String node : Shop.NODES) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(Shop.visitor().get(Shop.uri(node, "/product/" + slug)).body())
                      .contains("Well made"));
      assertThat(Shop.visitor().get(Shop.uri(node, "/product/" + slug)).body())
          .contains("\"ratingCount\":" + (ratings + 1), "\"reviewCount\":1");
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(Shop.visitor().get(page).body()).contains("Well made"));
    assertThat(versions(page)).doesNotContainValue(versions.get(Shop.NODE1));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(product().getInt("ratings")).isEqualTo(ratings + 1));
    assertThat(Double.parseDouble(product().getString("rating")))
        .isLessThanOrEqualTo(Math.max(before, 1));
    assertThat(Shop.json(list("")).getJsonArray("items")).hasSize(1);
    assertThat(Shop.json(list("?stars=5")).getInt("total")).isZero();
    assertThat(buyer.visitor.call("DELETE", Shop.uri(API + "/me/reviews/" + id), null).statusCode())
        .isEqualTo(204);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(Shop.visitor().get(page).body()).doesNotContain("Well made"));
  }

  @Test
  void thePageIsTheSameForEverybodyAndMakesNoSession() throws Exception {
    Customer buyer = buyer();
    publish(write(buyer, 4));
    String page = "/en/product/" + slug + "?stars=4&sort=helpful";
    Shop.Visitor guest = Shop.visitor();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(guest.get(page).body()).contains("Well made"));
    HttpResponse<String> ofGuest = guest.get(page);
    HttpResponse<String> ofBuyer = buyer.visitor.get(page);
    assertThat(ofBuyer.body()).isEqualTo(ofGuest.body());
    assertThat(ofBuyer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(guest.hasCookies()).isFalse();
    for (String path : List.of("", "?page=1&stars=4&sort=best")) {
      HttpResponse<String> read = buyer.visitor.get(API + "/products/" + slug + "/reviews" + path);
      assertThat(read.statusCode()).isEqualTo(200);
      assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
    }
    for (String wrong : List.of("?page=0", "?page=x", "?stars=6", "?sort=none")) {
      assertThat(list(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    for (String odd :
        List.of("?reviews=99", "?reviews=x", "?stars=9", "?sort=%00x", "?reviews=-1")) {
      assertThat(guest.get("/product/" + slug + odd).statusCode()).as(odd).isIn(200, 400);
    }
  }

  @Test
  void markupIsTextAndLinksLeadNowhere() throws Exception {
    Customer buyer = buyer();
    String hostile = "<img src=x onerror=alert(1)> https://spam.example/ <a href='//x'>x</a>";
    HttpResponse<String> written =
        buyer.visitor.post(
            API + "/products/" + slug + "/reviews",
            "{\"stars\":5,\"title\":\"%1$s\",\"text\":\"%1$s\\n\\nend\",\"shownName\":\"</script>\"}"
                .formatted(hostile));
    assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    publish(Shop.json(written).getInt("id"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              Document page = Jsoup.parse(Shop.visitor().get("/en/product/" + slug).body());
              assertThat(page.select(".review h4").text()).isEqualTo(hostile);
              assertThat(page.select(".review img, .review a")).isEmpty();
              assertThat(page.select(".review__text").text()).contains("https://spam.example/");
              assertThat(page.select(".review__foot").first().text()).contains("</script>");
            });
  }

  @Test
  void helpfulIsSaidOnceEachAndWithoutScripts() throws Exception {
    long id = write(buyer(), 4);
    publish(id);
    Shop.Visitor jo = new Customer().visitor;
    String helpful = API + "/reviews/" + id + "/helpful";
    assertThat(Shop.visitor().call("PUT", Shop.uri(helpful), null).statusCode()).isEqualTo(401);
    assertThat(jo.call("PUT", Shop.uri(helpful), null).statusCode()).isEqualTo(204);
    String back = URLEncoder.encode("/product/" + slug + "#reviews", StandardCharsets.UTF_8);
    HttpResponse<String> sent = jo.postForm("/en/reviews/helpful", "id=" + id + "&back=" + back);
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location"))
        .contains("/en/product/" + slug + "#review-" + id);
    assertThat(
            jo.postForm("/en/reviews/helpful", "id=" + id + "&back=https%3A%2F%2Fx.example")
                .headers()
                .firstValue("Location"))
        .contains("/en/");
    assertThat(
            Shop.visitor()
                .postForm("/en/reviews/helpful", "id=" + id + "&back=" + back)
                .headers()
                .firstValue("Location")
                .orElse(""))
        .startsWith("/en/login?next=");
    assertThat(Shop.number("SELECT helpful FROM review WHERE id = " + id)).isEqualTo(1);
    HttpResponse<String> foreign =
        jo.send(
            HttpRequest.newBuilder(Shop.uri("/en/reviews/helpful"))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("id=" + id)));
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  /** The version of a page on each node. */
  private static Map<String, String> versions(String page) throws IOException {
    String path = page.substring("/en".length());
    Map<String, String> versions = new TreeMap<>();
    for (String node : Shop.NODES) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(Shop.uri(node, path)).header("Accept-Language", "en");
      versions.put(node, Shop.visitor().send(request).headers().firstValue("ETag").orElseThrow());
    }
    return versions;
  }

  private JsonObject product() throws IOException {
    return Shop.json(Shop.visitor().get(API + "/products/" + slug));
  }

  private HttpResponse<String> list(String query) throws IOException {
    return Shop.visitor().get(API + "/products/" + slug + "/reviews" + query);
  }

  private static void publish(long id) throws IOException {
    assertThat(staff("agent").post(API + "/admin/reviews/" + id + "/publish", "{}").statusCode())
        .isEqualTo(204);
  }

  private long write(Customer buyer, int stars) throws IOException {
    HttpResponse<String> written =
        buyer.visitor.post(API + "/products/" + slug + "/reviews", body(stars));
    assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    return Shop.json(written).getInt("id");
  }

  /** The key of a link to an order. */
  private static String linkTo(long order) {
    String key = UUID.randomUUID() + "0".repeat(7);
    Shop.sql(
        "INSERT INTO order_link (token_hash, order_number) VALUES (sha256(convert_to('%s', 'UTF8')), %d)"
            .formatted(key, order));
    return key;
  }

  private static String body(int stars) {
    return "{\"stars\":%d,\"title\":\"Well made\",\"text\":\"It lasts.\",\"shownName\":\"Jo D.\"}"
        .formatted(stars);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String type) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(Shop.json(answer).getString("type")).isEqualTo(type);
  }

  /** Somebody to whom the product was delivered. */
  private Customer buyer() throws IOException {
    Customer buyer = new Customer();
    Shop.number(Purchases.ofCustomer(buyer.email, slug, "DELIVERED"));
    return buyer;
  }

  private static Shop.Visitor staff(String who) throws IOException {
    Shop.Visitor visitor = Shop.visitor();
    signIn(visitor, who + "@example.com", "Demo-store-2026!");
    return visitor;
  }

  private static void signIn(Shop.Visitor visitor, String email, String password)
      throws IOException {
    HttpResponse<String> signedIn =
        visitor.post(
            API + "/session", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
  }

  /** A new customer who is signed in. */
  private static final class Customer {

    private final String email = "reviews" + System.nanoTime() + "@example.com";
    private final Shop.Visitor visitor = Shop.visitor();

    Customer() throws IOException {
      visitor.post(
          API + "/customers",
          "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Jo Doe\"}".formatted(email, PASSWORD));
      signIn(visitor, email, PASSWORD);
    }
  }
}
