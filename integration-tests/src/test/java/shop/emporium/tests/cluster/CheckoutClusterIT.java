package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.domain.checkout.GiftCardCode;

/** Ordering at three nodes at once: one order, one charge, and everybody gets the first answer. */
@Tag("cluster")
class CheckoutClusterIT {

  private static final String SKU = "KST-HAR22";
  private static final String OTHER = "KST-AST2-EMB-42";

  private final ExecutorService threads = Executors.newFixedThreadPool(12);
  private final List<Socket> sockets = new ArrayList<>();

  @BeforeEach
  void fillTheShelf() {
    Shop.endHolds();
    shelf(SKU, 100);
    shelf(OTHER, 100);
  }

  @AfterEach
  void everyPromiseHolds() {
    threads.shutdownNow();
    sockets.forEach(Socket::close);
    assertThat(Shop.number("SELECT count(*) FROM broken_promise"))
        .as(
            Shop.value(
                "SELECT coalesce(string_agg(promise || ': ' || detail, '; '), '') FROM broken_promise"))
        .isZero();
  }

  /** Others sell the same goods. */
  @AfterAll
  static void fillTheShelfForOthers() {
    shelf(SKU, 100);
    shelf(OTHER, 100);
  }

  @Test
  void isAnsweredAsTheContractSays() throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    HttpResponse<String> paid = jo.order(Buyer.key(), approved());
    assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
    JsonObject order = Shop.json(paid);
    assertThat(order.getString("number")).matches("EM-[0-9]{6,}");
    assertThat(order.getString("status")).isEqualTo("paid");
    assertThat(order.getJsonObject("total").getString("currency")).isEqualTo("EUR");
    assertThat(order.getJsonArray("lines").getJsonObject(0).getString("sku")).isEqualTo(SKU);
    assertThat(jo.visitor().cartCount()).isZero();
    assertThat(paid.headers().firstValue("Cache-Control")).contains("private, no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "tok_declined,402,payment-declined,",
    "tok_insufficient,402,payment-declined,",
    "tok_challenge,201,placed,action-required",
    "tok_timeout,201,placed,pending",
    "tok_late,201,placed,pending"
  })
  void saysHowThePaymentStands(String token, int status, String state, String payment)
      throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    String key = Buyer.key();
    String body = Buyer.body(token).build().toString();
    HttpResponse<String> answer = jo.order(key, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonObject json = Shop.json(answer);
    if (status == 402) {
      assertThat(json.getString("type")).isEqualTo(state);
      assertThat(jo.order(key, body).body()).isEqualTo(answer.body());
      assertThat(jo.order(Buyer.key(), approved()).statusCode()).as("another try").isEqualTo(201);
      return;
    }
    assertThat(json.getString("status")).isEqualTo(state);
    assertThat(json.getJsonObject("payment").getString("status")).isEqualTo(payment);
    if (payment.equals("action-required")) {
      assertThat(json.getJsonObject("payment").getString("url")).startsWith("http");
      assertThat(jo.order(key, body).body()).isEqualTo(answer.body());
    }
    HttpResponse<String> second = jo.order(Buyer.key(), approved());
    assertThat(second.statusCode()).as("while it is being paid").isEqualTo(409);
    assertThat(Shop.json(second).getString("type")).isEqualTo("under-way");
  }

  @Test
  void waitsForATransfer() throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    String key = Buyer.key();
    String body =
        Buyer.body("x")
            .add("payment", Json.createObjectBuilder().add("method", "transfer"))
            .build()
            .toString();
    Socket tab = Socket.open(jo.visitor(), Shop.NODE3);
    sockets.add(tab);
    tab.await(heard -> heard.isCart(1));
    HttpResponse<String> placed = jo.order(key, body);
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    assertThat(Shop.json(placed).getString("status")).isEqualTo("placed");
    tab.await(heard -> heard.isCart(0));
    assertThat(Shop.json(placed).getJsonObject("payment").getString("status")).isEqualTo("pending");
    assertThat(jo.order(key, body).body()).isEqualTo(placed.body());
    assertThat(jo.visitor().cartCount()).isZero();
    long number = number(Shop.json(placed).getString("number"));
    Shop.sql(
        "UPDATE shop_order SET pay_until = now() - interval '1 hour' WHERE number = " + number);
    await()
        .until(
            () ->
                Shop.value("SELECT status FROM shop_order WHERE number = " + number)
                    .equals("CANCELLED"));
    HttpResponse<String> again = jo.order(key, body);
    assertThat(again.statusCode()).as("the first answer").isEqualTo(201);
    assertThat(again.body()).isEqualTo(placed.body());
  }

  @Test
  void theSameKeyAtThreeNodesAtOnceIsOneOrderAndOneCharge() throws Exception {
    Buyer jo = Buyer.with(SKU, 2);
    String key = Buyer.key();
    List<HttpResponse<String>> answers =
        atOnce(12, i -> jo.order(Shop.NODES.get(i % 3), key, approved()));
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
    assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.get(0).body());
    assertThat(jo.order(Shop.NODE2, key, approved()).body()).isEqualTo(answers.get(0).body());
    long number = number(Shop.json(answers.get(0)).getString("number"));
    assertThat(
            Shop.number(
                "SELECT count(*) FROM shop_order WHERE checkout_id = (SELECT checkout_id FROM shop_order WHERE number = %d)"
                    .formatted(number)))
        .isEqualTo(1);
    assertThat(Shop.number("SELECT count(*) FROM payment WHERE order_number = " + number))
        .isEqualTo(1);
    assertThat(available()).isEqualTo(98);
  }

  @Test
  void anotherBodyWithTheSameKeyIsRefused() throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    String key = Buyer.key();
    assertThat(jo.order(key, approved()).statusCode()).isEqualTo(201);
    HttpResponse<String> other = jo.order(key, approved() + " ");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(Shop.json(other).getString("type")).isEqualTo("idempotency-key-reused");
  }

  @Test
  void differentKeysAtOnceAreOneOrder() throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    List<HttpResponse<String>> answers =
        atOnce(9, i -> jo.order(Shop.NODES.get(i % 3), Buyer.key(), approved()));
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 409)).hasSize(8);
    assertThat(available()).isEqualTo(99);
  }

  @Test
  void ofTheLastPieceOneIsSoldAndTheOthersAreToldSo() throws Exception {
    shelf(SKU, 1);
    List<Buyer> buyers = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      buyers.add(Buyer.with(SKU, 1));
    }
    List<HttpResponse<String>> answers =
        atOnce(9, i -> buyers.get(i).order(Shop.NODES.get(i % 3), Buyer.key(), approved()));
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(1);
    HttpResponse<String> refused =
        answers.stream().filter(answer -> answer.statusCode() == 409).findFirst().orElseThrow();
    JsonObject problem = Shop.json(refused);
    assertThat(problem.getString("type")).isEqualTo("out-of-stock");
    assertThat(problem.getString("detail")).contains(SKU);
    assertThat(problem.getJsonArray("shortages").getJsonObject(0).getString("sku")).isEqualTo(SKU);
    assertThat(problem.getJsonArray("violations").getJsonObject(0).getString("message"))
        .isEqualTo(SKU);
    assertThat(available()).isZero();
  }

  @Test
  void aPriceThatChangedIsToBeConfirmed() throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    HttpResponse<String> refused =
        jo.order(
            Buyer.key(),
            Buyer.body("tok_approved").add("expectedTotal", "1.00").build().toString());
    assertThat(refused.statusCode()).isEqualTo(409);
    JsonObject problem = Shop.json(refused);
    assertThat(problem.getString("type")).isEqualTo("price-changed");
    String total = problem.getJsonObject("total").getString("amount");
    HttpResponse<String> confirmed =
        jo.order(
            Buyer.key(), Buyer.body("tok_approved").add("expectedTotal", total).build().toString());
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(201);
    assertThat(Shop.json(confirmed).getJsonObject("total").getString("amount")).isEqualTo(total);
  }

  @Test
  void aPageThatShowsAnOldPriceSaysTheNewOne() throws Exception {
    Buyer jo = Buyer.with(OTHER, 1).fillIn();
    String review = jo.review();
    long price = Shop.number("SELECT price_minor FROM product_variant WHERE sku = '" + OTHER + "'");
    try {
      Shop.sql(
          "UPDATE product_variant SET price_minor = price_minor + 100 WHERE sku = '" + OTHER + "'");
      HttpResponse<String> refused = jo.form(review);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body())
          .contains("The price has changed")
          .contains("Nothing is ordered yet");
      assertThat(jo.form(jo.review()).statusCode()).as("confirmed").isEqualTo(303);
    } finally {
      Shop.sql(
          "UPDATE product_variant SET price_minor = %d WHERE sku = '%s'".formatted(price, OTHER));
    }
  }

  @Test
  void aDoubleClickAndASecondTabAreOneOrder() throws Exception {
    Buyer jo = Buyer.with(SKU, 1).fillIn();
    String review = jo.review();
    long before = Shop.number("SELECT count(*) FROM shop_order");
    List<HttpResponse<String>> answers = atOnce(8, i -> jo.form(review));
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(303);
    assertThat(Shop.number("SELECT count(*) FROM shop_order")).isEqualTo(before + 1);
    String page = jo.visitor().get("/en/checkout").body();
    assertThat(page).contains("is waiting for its payment").contains("/checkout/pay?order=EM-");
  }

  @Test
  void whatIsGivenUpCanBeOrderedAnew() throws Exception {
    Buyer jo = Buyer.with(SKU, 1).fillIn();
    String review = jo.review();
    jo.form(review);
    HttpResponse<String> back = jo.form("form=give-up");
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(jo.review()).as("another attempt").isNotEqualTo(review);
    assertThat(jo.order(Buyer.key(), approved()).statusCode()).isEqualTo(201);
  }

  @Test
  void whatIsHeldIsToldToOthersAndSoIsItsEnd() throws Exception {
    Socket ear = Socket.open(Shop.visitor(), Shop.NODE3).watch(SKU);
    sockets.add(ear);
    ear.await(heard -> heard.isStock(SKU, 100));
    Buyer jo = Buyer.with(SKU, 3).fillIn();
    ear.await(heard -> heard.isStock(SKU, 97));
    assertThat(jo.visitor().get("/en/cart").body()).doesNotContain("sold out by now");
    Shop.sql("UPDATE reservation SET expires_at = now()");
    ear.await(heard -> heard.isStock(SKU, 100));
    assertThat(jo.order(Buyer.key(), approved()).statusCode()).isEqualTo(201);
    ear.await(heard -> heard.isStock(SKU, 97));
  }

  @Test
  void aReservationThatEndsWhileItIsPaidForIsNoLoss() throws Exception {
    List<Buyer> buyers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      buyers.add(Buyer.with(SKU, 1).fillIn());
    }
    Shop.sql("UPDATE reservation SET expires_at = now()");
    List<HttpResponse<String>> answers =
        atOnce(6, i -> buyers.get(i).order(Shop.NODES.get(i % 3), Buyer.key(), approved()));
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
    await()
        .until(
            () ->
                Shop.number("SELECT reserved FROM product_variant WHERE sku = '" + SKU + "'") == 0);
    assertThat(available()).isEqualTo(94);
  }

  @Test
  void nobodyOrdersOrSeesWhatIsAnothers() throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    String key = Buyer.key();
    HttpResponse<String> own = jo.order(key, approved());
    assertThat(own.statusCode()).isEqualTo(201);
    Buyer stranger = Buyer.with(SKU, 1);
    HttpResponse<String> another = stranger.order(key, approved());
    assertThat(Shop.json(another).getString("number"))
        .as("a key is of its cart")
        .isNotEqualTo(Shop.json(own).getString("number"));
    String number = Shop.json(own).getString("number");
    for (String path : List.of("/checkout/return?order=", "/checkout/pay?order=")) {
      assertThat(stranger.visitor().get(path + number).statusCode()).isEqualTo(404);
      assertThat(Shop.visitor().get(path + number).statusCode()).isEqualTo(404);
    }
    HttpResponse<String> back = jo.visitor().get("/checkout/return?order=" + number);
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location").orElseThrow())
        .contains("/order/" + number + "?key=");
  }

  @Test
  void aPageThatSomebodyElseLeftOpenLeadsNotToHisOrder() throws Exception {
    Buyer jo = Buyer.with(SKU, 1).fillIn();
    String left = jo.review();
    assertThat(jo.form(left).statusCode()).isEqualTo(303);
    HttpResponse<String> refused = Buyer.with(SKU, 1).fillIn().form(left);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void whoSignsInWhileHeIsPayingIsLedToHisOrder() throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    HttpResponse<String> placed =
        jo.order(Buyer.key(), Buyer.body("tok_challenge").build().toString());
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    String number = Shop.json(placed).getString("number");
    Customers.signIn(jo.visitor(), Customers.newEmail());
    Shop.sql(
        "UPDATE demo_payment SET status = 'APPROVED' WHERE reference = (SELECT reference FROM payment WHERE order_number = %d)"
            .formatted(number(number)));
    HttpResponse<String> back = jo.visitor().get("/checkout/return?order=" + number);
    assertThat(back.statusCode()).isEqualTo(303);
    URI page = Shop.uri("/").resolve(back.headers().firstValue("Location").orElseThrow());
    assertThat(jo.visitor().get(page).statusCode()).as("%s", page).isEqualTo(200);
  }

  @Test
  void codesCountForTheCart() throws Exception {
    Shop.sql(
        "INSERT INTO coupon (code, kind, percent, currency) VALUES ('CLUSTER10', 'PERCENT', 10, 'EUR') ON CONFLICT DO NOTHING");
    Buyer jo = Buyer.with(SKU, 1);
    HttpResponse<String> unknown =
        jo.visitor().post("/api/v1/cart/coupon", "{\"code\":\"nothing\"}");
    assertThat(unknown.statusCode()).isEqualTo(422);
    HttpResponse<String> card =
        jo.visitor()
            .post(
                "/api/v1/cart/coupon",
                "{\"code\":\"%s\"}".formatted(GiftCardCode.random().value()));
    assertThat(card.statusCode()).isEqualTo(422);
    assertThat(card.body()).contains("giftCards of POST /checkout");
    HttpResponse<String> taken =
        jo.visitor().post("/api/v1/cart/coupon", "{\"code\":\"cluster10\"}");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    assertThat(Shop.json(taken).getString("coupon")).isEqualTo("CLUSTER10");
    assertThat(jo.visitor().get("/en/cart").body()).contains("CLUSTER10");
    HttpResponse<String> order = jo.order(Buyer.key(), approved());
    assertThat(Shop.json(order).getString("coupon")).isEqualTo("CLUSTER10");
    Buyer another = Buyer.with(SKU, 1);
    another.visitor().post("/api/v1/cart/coupon", "{\"code\":\"cluster10\"}");
    assertThat(another.visitor().call("DELETE", Shop.uri("/api/v1/cart/coupon"), null).statusCode())
        .isEqualTo(204);
    assertThat(Shop.json(another.order(Buyer.key(), approved())).containsKey("coupon")).isFalse();
  }

  @Test
  void waysOfSendingHaveTheirPrices() throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    HttpResponse<String> ways = jo.visitor().get("/api/v1/shipping-methods?country=DE");
    assertThat(ways.statusCode()).isEqualTo(200);
    assertThat(ways.body()).contains("\"code\":\"standard\"").contains("\"code\":\"express\"");
    assertThat(jo.visitor().get("/api/v1/shipping-methods?country=PE").body()).isEqualTo("[]");
    assertThat(jo.visitor().get("/api/v1/shipping-methods?country=XX").statusCode()).isEqualTo(400);
    assertThat(Shop.visitor().get("/api/v1/shipping-methods").statusCode()).isEqualTo(200);
  }

  @Test
  void isStrictWithWhatItIsSent() throws Exception {
    Buyer jo = Buyer.with(SKU, 1);
    assertThat(jo.order((String) null, approved()).statusCode()).isEqualTo(400);
    assertThat(jo.order("a key with blanks", approved()).statusCode()).isEqualTo(400);
    assertThat(jo.order("k".repeat(256), approved()).statusCode()).isEqualTo(400);
    for (String body :
        List.of(
            "", "[]", "null", "42", "{", "{}", "{\"email\":1}", "\"x\"", "{\"a\":{\"a\":[]}}")) {
      HttpResponse<String> answer = jo.order(Buyer.key(), body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
    }
    assertThat(jo.order(Buyer.key(), approved() + " ".repeat(11_000)).statusCode()).isEqualTo(413);
    for (JsonObjectBuilder wrong :
        List.of(
            Buyer.body("tok_approved").add("email", "nobody"),
            Buyer.body("tok_approved").add("email", "a@b.example\r\nBcc: c@d.example"),
            Buyer.body("tok_approved").add("shippingMethod", "' OR 1=1 --"),
            Buyer.body("tok_approved")
                .add("payment", Json.createObjectBuilder().add("method", "cash")),
            Buyer.body("a token").add("copuon", "TYPO"),
            Buyer.body("tok_approved").add("coupon", 10),
            Buyer.body("tok_approved").add("giftCards", "one"),
            Buyer.body("tok_approved").add("giftCards", Json.createArrayBuilder().add("short")),
            Buyer.body("tok_approved").add("expectedTotal", "1e9"),
            Buyer.body("tok_approved").add("expectedTotal", 1))) {
      String body = wrong.build().toString();
      HttpResponse<String> answer = jo.order(Buyer.key(), body);
      assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(400);
      assertThat(Shop.json(answer).getJsonArray("violations")).as(answer.body()).isNotEmpty();
    }
    assertThat(jo.visitor().cartCount()).isEqualTo(1);
    assertThat(
            Buyer.with(SKU, 1)
                .order(
                    Buyer.key(),
                    Buyer.body("tok_approved").add("shippingMethod", "pigeon").build().toString())
                .statusCode())
        .isEqualTo(422);
    HttpResponse<String> nothing = new Buyer().order(Buyer.key(), approved());
    assertThat(nothing.statusCode()).isEqualTo(409);
    assertThat(Shop.json(nothing).getString("type")).isEqualTo("cart-empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "form=address&email=%3Cscript%3Ealert(1)%3C/script%3E&country=XX",
        "form=delivery&shippingMethod=%27--",
        "form=delivery",
        "form=payment&payment=cash",
        "form=place&token=x&total=-1",
        "form=place&token=00000000-0000-0000-0000-000000000000&total=99999999999999999999",
        "form=code&coupon=%00",
        "form=code&coupon=%3Cimg+src=x%3E",
        "form=card-remove&card=abc",
        "form=fit",
        "form=hold&step=nothing",
        "form=give-up",
        "form=nothing"
      })
  void aFormWithRubbishIsAnsweredInWords(String form) throws Exception {
    HttpResponse<String> answer = Buyer.with(SKU, 1).form(form);
    assertThat(answer.statusCode()).as(form).isIn(200, 303, 400, 422);
    assertThat(answer.body()).doesNotContain("<script>alert(1)", "<img src=x", "Exception");
  }

  @Test
  void theWayToTheTillOfAnEmptyCartLeadsToTheCart() throws Exception {
    HttpResponse<String> answer = Shop.visitor().get("/de/checkout");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/de/cart");
  }

  @Test
  void everyStepIsTakenUpAtAnyNode() throws Exception {
    Buyer jo = Buyer.with(SKU, 1).fillIn();
    for (String node : Shop.NODES) {
      HttpResponse<String> page = jo.visitor().get(Shop.uri(node, "/checkout?step=review"));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("jo@mail.example").contains("Main St 1, 10115 Berlin");
      assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
      assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  private static String approved() {
    return Buyer.body("tok_approved").build().toString();
  }

  private static void shelf(String sku, int available) {
    Shop.sql(
        "UPDATE product_variant SET available = %d WHERE sku = '%s'".formatted(available, sku));
  }

  private static long available() {
    return Shop.number("SELECT available FROM product_variant WHERE sku = '" + SKU + "'");
  }

  private static long number(String text) {
    return Long.parseLong(text.substring("EM-".length()));
  }

  /** What calls answer that are all under way at once. */
  private List<HttpResponse<String>> atOnce(int calls, Call call) throws Exception {
    List<Callable<HttpResponse<String>>> all =
        IntStream.range(0, calls)
            .mapToObj(i -> (Callable<HttpResponse<String>>) () -> call.send(i))
            .toList();
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (Future<HttpResponse<String>> answer : threads.invokeAll(all)) {
      answers.add(answer.get());
    }
    return answers;
  }

  /** One of many. */
  private interface Call {
    HttpResponse<String> send(int number) throws Exception;
  }
}
