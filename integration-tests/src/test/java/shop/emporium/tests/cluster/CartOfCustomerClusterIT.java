package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cart goes with its owner: over nodes and devices, through sign-ins and the death of a node. */
@Tag("cluster")
class CartOfCustomerClusterIT {

  private static final String API = "/api/v1";
  private static final String LINE = "{\"sku\":\"%s\",\"quantity\":%d}";

  private static List<String> skus;

  /** Articles of which there are plenty. */
  @BeforeAll
  static void chooseArticles() {
    String chosen =
        Shop.value(
            """
            SELECT string_agg(sku, ' ' ORDER BY sku) FROM (
              SELECT v.sku FROM product_variant v JOIN product p ON p.id = v.product_id
               WHERE p.visible AND v.available >= 10 AND v.sku !~ '[^A-Za-z0-9.-]' ORDER BY v.sku LIMIT 90) AS few
            """);
    skus = List.of(chosen.split(" "));
  }

  @Test
  void aGuestOfOneNodeSignsInOnAnotherAndFindsBothCartsOnTheThird() throws Exception {
    String email = register();
    Shop.Visitor before = Shop.visitor();
    signIn(before, Shop.NODE1, email);
    add(before, Shop.NODE2, sku(0), 2);
    add(before, Shop.NODE3, sku(1), 1);

    Shop.Visitor guest = Shop.visitor();
    add(guest, Shop.NODE1, sku(0), 3);
    add(guest, Shop.NODE2, sku(2), 1);
    assertThat(signIn(guest, Shop.NODE2, email).getInt("cartCount")).isEqualTo(7);
    for (String node : Shop.NODES) {
      JsonObject cart = cart(guest, node);
      assertThat(quantity(cart, sku(0))).as(node).isEqualTo(5);
      assertThat(cart.getInt("count")).as(node).isEqualTo(7);
      assertThat(cart(before, node).getJsonArray("lines")).isEqualTo(cart.getJsonArray("lines"));
      assertThat(codes(cart)).as(node).containsExactly("joined", "added-up");
    }
    assertThat(guest.get("/cart").body())
        .contains("your cart from before had 2, so together there are 5");

    assertThat(guest.call("DELETE", Shop.uri(Shop.NODE3, API + "/cart/notices"), null).statusCode())
        .isEqualTo(200);
    for (String node : Shop.NODES) {
      assertThat(codes(cart(before, node))).as(node).isEmpty();
    }
  }

  @Test
  void aGuestStartsWithNothingAfterSigningOutAndTheCartIsThereAgainAfterSigningIn()
      throws Exception {
    String email = register();
    Shop.Visitor jo = Shop.visitor();
    add(jo, Shop.NODE1, sku(0), 1);
    signIn(jo, Shop.NODE1, email);
    assertThat(signIn(jo, Shop.NODE2, email).getInt("cartCount")).as("again").isEqualTo(1);
    jo.call("DELETE", Shop.uri(API + "/session"), null);
    assertThat(jo.cartCount()).isZero();
    add(jo, Shop.NODE3, sku(1), 1);
    assertThat(jo.cartCount()).isEqualTo(1);
    assertThat(signIn(jo, Shop.NODE1, email).getInt("cartCount")).isEqualTo(2);

    String other = register();
    assertThat(signIn(jo, Shop.NODE2, other).getInt("cartCount")).as("somebody else").isZero();
    assertThat(signIn(jo, Shop.NODE3, email).getInt("cartCount")).isEqualTo(2);
  }

  @Test
  void aBrowserThatIsKnownAgainBringsItsGuestsCartAlong() throws Exception {
    String email = register();
    Shop.Visitor jo = Shop.visitor();
    jo.post(API + "/session", Customers.credentials(email).replace("}", ",\"remember\":true}"));
    jo.setCookie("JSESSIONID", null);
    Shop.Visitor guest = Shop.visitor();
    add(guest, Shop.NODE1, sku(0), 2);
    jo.setCookie("cart", guest.cookie("cart").orElseThrow());
    assertThat(jo.cartCount()).isEqualTo(2);
    assertThat(guest.cartCount()).isZero();
  }

  @Test
  void twoSignInsAtTheSameTimeNeitherLoseNorDoubleALine() throws Exception {
    for (int round = 0; round < 5; round++) {
      String email = register();
      Shop.Visitor guest = Shop.visitor();
      Shop.Visitor other = Shop.visitor();
      add(guest, Shop.NODE1, sku(0), 2);
      add(other, Shop.NODE2, sku(0), 3);
      add(other, Shop.NODE2, sku(1), 1);
      Shop.Visitor sameBrowser = Shop.visitor();
      sameBrowser.setCookie("cart", guest.cookie("cart").orElseThrow());
      together(
          List.of(
              () -> signIn(guest, Shop.NODE1, email),
              () -> signIn(sameBrowser, Shop.NODE2, email),
              () -> signIn(other, Shop.NODE3, email)));
      JsonObject cart = cart(guest, Shop.NODE2);
      assertThat(quantity(cart, sku(0))).isEqualTo(5);
      assertThat(quantity(cart, sku(1))).isEqualTo(1);
      assertThat(cartsOf(email)).isEqualTo(1);
    }
  }

  @Test
  void whatIsSavedForLaterIsShownAndMovedOnEveryNode() throws Exception {
    Shop.Visitor guest = Shop.visitor();
    add(guest, Shop.NODE1, sku(0), 2);
    assertThat(call(guest, "POST", Shop.NODE2, "/cart/lines/" + sku(0) + "/save").statusCode())
        .isEqualTo(200);
    JsonObject cart = cart(guest, Shop.NODE3);
    assertThat(cart.getInt("count")).isZero();
    assertThat(cart.getJsonArray("saved")).hasSize(1);
    String email = register();
    signIn(guest, Shop.NODE1, email);
    HttpResponse<String> moved =
        call(guest, "POST", Shop.NODE3, "/cart/saved/" + sku(0) + "/move-to-cart");
    assertThat(Shop.json(moved).getInt("count")).isEqualTo(2);
    assertThat(
            call(guest, "POST", Shop.NODE3, "/cart/saved/" + sku(0) + "/move-to-cart").statusCode())
        .isEqualTo(404);
    call(guest, "POST", Shop.NODE1, "/cart/lines/" + sku(0) + "/save");
    HttpResponse<String> gone = call(guest, "DELETE", Shop.NODE2, "/cart/saved/" + sku(0));
    assertThat(Shop.json(gone).getJsonArray("saved")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/api/v1/cart/lines/X/save",
    "POST,/api/v1/cart/saved/X/move-to-cart",
    "DELETE,/api/v1/cart/saved/X",
    "DELETE,/api/v1/cart/notices",
    "POST,/cart/save",
    "POST,/cart/move",
    "POST,/cart/discard",
    "POST,/cart/seen"
  })
  void anotherSiteChangesNothing(String method, String path) throws Exception {
    HttpResponse<String> answer =
        Shop.visitor()
            .send(
                HttpRequest.newBuilder(Shop.uri(path))
                    .header("Origin", "https://evil.example")
                    .method(method, HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  /**
   * Shoppers put one article after another into their carts, sign in meanwhile, and a node is
   * killed under them. Each addition that was answered is in the cart, once; nobody is signed out.
   */
  @Test
  void noLineIsLostAndNobodyIsSignedOutWhenANodeIsKilledUnderLoad() throws Exception {
    AtomicBoolean stopped = new AtomicBoolean();
    AtomicInteger added = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Future<Shopper>> shoppers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Shopper shopper = new Shopper(register(), added);
        shoppers.add(executor.submit(() -> shopper.shopUntil(stopped)));
      }
      awaitMore(added, 12);
      Shop.store("node", Shop.NODE2, "kill");
      awaitMore(added, 20);
      Shop.store("node", Shop.NODE2, "start");
      awaitMore(added, 8);
      stopped.set(true);
      for (Future<Shopper> shopper : shoppers) {
        shopper.get().check();
      }
    } finally {
      stopped.set(true);
      executor.shutdownNow();
    }
  }

  private static void awaitMore(AtomicInteger counter, int more) {
    int before = counter.get();
    await().atMost(Duration.ofMinutes(2)).until(() -> counter.get() >= before + more);
  }

  /** Fills a cart as a guest, signs in, and goes on. */
  private static final class Shopper {

    private static final int BEFORE_SIGN_IN = 3;
    private static final int PAUSE_MS = 2000;

    private final String email;
    private final AtomicInteger total;
    private final Shop.Visitor visitor = Shop.visitor();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    Shopper(String email, AtomicInteger total) {
      this.email = email;
      this.total = total;
    }

    Shopper shopUntil(AtomicBoolean stopped) throws IOException, InterruptedException {
      for (int i = 0; i < skus.size() && (!stopped.get() || i <= BEFORE_SIGN_IN); i++) {
        if (i == BEFORE_SIGN_IN) {
          signIn(visitor, Shop.NODE1, email);
        }
        addOne(sku(i));
        if (i > BEFORE_SIGN_IN && !Shop.json(visitor.get(API + "/me")).getBoolean("signedIn")) {
          faults.add("signed out after " + sku(i));
        }
        // As fast as somebody clicks, and so that the articles last.
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      }
      return this;
    }

    /** What gets no answer may be done or not; what is answered has to be there. */
    private void addOne(String sku) {
      try {
        int status = visitor.post(API + "/cart/lines", LINE.formatted(sku, 1)).statusCode();
        if (status == 201) {
          acknowledged.add(sku);
          total.incrementAndGet();
        } else if (status != 502 && status != 503 && status != 504) {
          faults.add(sku + " answered " + status);
        }
      } catch (IOException unanswered) {
        // The node died with the request.
      }
    }

    void check() throws IOException {
      assertThat(faults).isEmpty();
      JsonObject cart = cart(visitor, Shop.NODE3);
      for (String sku : acknowledged) {
        assertThat(quantity(cart, sku)).as(sku).isEqualTo(1);
      }
      assertThat(acknowledged).hasSizeGreaterThan(BEFORE_SIGN_IN);
      assertThat(cartsOf(email)).isEqualTo(1);
    }
  }

  private static String sku(int index) {
    return skus.get(index);
  }

  private static void add(Shop.Visitor visitor, String node, String sku, int quantity)
      throws IOException {
    HttpResponse<String> answer =
        visitor.call("POST", Shop.uri(node, API + "/cart/lines"), LINE.formatted(sku, quantity));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static HttpResponse<String> call(
      Shop.Visitor visitor, String method, String node, String path) throws IOException {
    return visitor.call(method, Shop.uri(node, API + path), null);
  }

  private static JsonObject cart(Shop.Visitor visitor, String node) throws IOException {
    return Shop.json(visitor.get(Shop.uri(node, API + "/cart")));
  }

  private static int quantity(JsonObject cart, String sku) {
    return cart.getJsonArray("lines").stream()
        .map(JsonValue::asJsonObject)
        .filter(line -> line.getString("sku").equals(sku))
        .mapToInt(line -> line.getInt("quantity"))
        .sum();
  }

  private static List<String> codes(JsonObject cart) {
    return cart.getJsonArray("notices").stream()
        .map(notice -> notice.asJsonObject().getString("code"))
        .toList();
  }

  private static long cartsOf(String email) {
    return Shop.number(
        "SELECT count(*) FROM cart JOIN customer c ON c.id = customer_id WHERE c.email_key = '"
            + email
            + "'");
  }

  private static String register() throws IOException {
    String email = Customers.newEmail();
    assertThat(Customers.register(Shop.visitor(), email).statusCode()).isEqualTo(201);
    return email;
  }

  private static JsonObject signIn(Shop.Visitor visitor, String node, String email)
      throws IOException {
    HttpResponse<String> answer =
        visitor.call("POST", Shop.uri(node, API + "/session"), Customers.credentials(email));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Shop.json(answer);
  }

  private static <T> void together(List<Callable<T>> calls) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(calls.size());
    try {
      for (Future<T> done : executor.invokeAll(calls)) {
        done.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
