package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wishes over HTTP: the same on every node, and nobody reaches those of somebody else. */
@Tag("cluster")
class WishlistClusterIT {

  private static final String API = "/api/v1";
  private static final String SHOE = "KST-AST2-EMB-42";
  private static final String PACK = "KST-HAR22";
  private static final String SOLD_OUT = "BRV-PSD";

  @Test
  void aWishIsTheSameOnEveryNode() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    assertThat(jo.call("PUT", Shop.uri(Shop.NODE1, API + "/wishlist/" + SHOE), null).statusCode())
        .isEqualTo(204);
    assertThat(jo.call("PUT", Shop.uri(Shop.NODE2, API + "/wishlist/" + SHOE), null).statusCode())
        .isEqualTo(204);
    for (String node : Shop.NODES) {
      HttpResponse<String> answer = jo.get(Shop.uri(node, API + "/wishlist"));
      assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
      JsonObject list = Shop.json(answer);
      assertThat(list.getBoolean("default")).isTrue();
      assertThat(list.getString("name")).isEqualTo("Wishlist");
      assertThat(list.getInt("count")).isEqualTo(1);
      assertThat(list.getJsonArray("lists")).hasSize(1);
      JsonObject wish = list.getJsonArray("items").getJsonObject(0);
      assertThat(wish.getString("sku")).isEqualTo(SHOE);
      assertThat(wish.getJsonObject("price").getString("currency")).isEqualTo("EUR");
      assertThat(wish.containsKey("cheaperBy")).isFalse();
      assertThat(Shop.json(jo.get(Shop.uri(node, API + "/me"))).getInt("wishCount")).isEqualTo(1);
    }
    assertThat(call(jo, "DELETE", "/wishlist/" + SHOE, null).statusCode()).isEqualTo(204);
    assertThat(call(jo, "DELETE", "/wishlist/" + SHOE, null).statusCode()).isEqualTo(204);
    assertThat(Shop.json(jo.get(API + "/wishlist")).getInt("count")).isZero();
  }

  @Test
  void heartsAreMarkedAndTakenBackOverAllLists() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    JsonObject wished =
        Shop.json(call(jo, "PUT", "/wished/products/aster-2-trail-running-shoe", null));
    assertThat(strings(wished, "products")).containsExactly("aster-2-trail-running-shoe");
    long birthday = create(jo, "Birthday");
    call(jo, "PUT", "/wishlists/" + birthday + "/items/" + SHOE, null);
    wished = Shop.json(call(jo, "DELETE", "/wished/products/aster-2-trail-running-shoe", null));
    assertThat(wished.getInt("count")).isZero();
    assertThat(wished.getJsonArray("removed")).hasSizeBetween(1, 2);
    wished = Shop.json(call(jo, "PUT", "/wished/skus/" + PACK, null));
    assertThat(strings(wished, "skus")).containsExactly(PACK);
    wished = Shop.json(call(jo, "DELETE", "/wished/skus/" + PACK, null));
    assertThat(strings(wished, "skus")).isEmpty();
    assertThat(call(jo, "PUT", "/wished/products/none", null).statusCode()).isEqualTo(404);
    assertThat(call(jo, "PUT", "/wished/skus/none", null).statusCode()).isEqualTo(404);
  }

  @Test
  void listsAreMadeNamedFilledMovedAndDeleted() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    long birthday = create(jo, "Birthday");
    assertThat(call(jo, "POST", "/wishlists", "{\"name\":\"birthday\"}").statusCode())
        .isEqualTo(409);
    for (String wrong : List.of("{\"name\":\"\"}", "{\"name\":42}", "{}", "[]", "{", "")) {
      assertThat(call(jo, "POST", "/wishlists", wrong).statusCode()).as(wrong).isEqualTo(400);
      assertThat(call(jo, "PATCH", "/wishlists/" + birthday, wrong).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(
            Shop.json(call(jo, "PATCH", "/wishlists/" + birthday, "{\"name\":\"<b>Mine</b>\"}"))
                .getString("name"))
        .isEqualTo("<b>Mine</b>");
    call(jo, "PUT", "/wishlist/" + PACK, null);
    long standard = Shop.json(jo.get(API + "/wishlist")).getInt("id");
    assertThat(
            call(jo, "PUT", "/wishlists/" + birthday + "/items/" + PACK + "?from=" + standard, null)
                .statusCode())
        .isEqualTo(204);
    assertThat(Shop.json(jo.get(API + "/wishlist")).getInt("count")).isZero();
    assertThat(Shop.json(jo.get(API + "/wishlists/" + birthday)).getInt("count")).isEqualTo(1);
    assertThat(call(jo, "DELETE", "/wishlists/" + standard, null).statusCode()).isEqualTo(409);
    assertThat(call(jo, "DELETE", "/wishlists/" + birthday, null).statusCode()).isEqualTo(204);
    assertThat(jo.get(API + "/wishlists/" + birthday).statusCode()).isEqualTo(404);
  }

  @Test
  void wishesMoveIntoTheCartAsFarAsTheyCan() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    for (String sku : List.of(SHOE, PACK, SOLD_OUT)) {
      call(jo, "PUT", "/wishlist/" + sku, null);
    }
    JsonObject one = Shop.json(call(jo, "POST", "/wishlist/" + SHOE + "/move-to-cart", "{}"));
    assertThat(strings(one, "moved")).containsExactly(SHOE);
    assertThat(jo.cartCount()).isEqualTo(1);
    assertThat(call(jo, "POST", "/wishlist/" + SOLD_OUT + "/move-to-cart", "{}").statusCode())
        .isEqualTo(409);
    assertThat(call(jo, "POST", "/wishlist/" + SHOE + "/move-to-cart", "{}").statusCode())
        .isEqualTo(404);
    long list = Shop.json(jo.get(API + "/wishlist")).getInt("id");
    JsonObject all = Shop.json(call(jo, "POST", "/wishlists/" + list + "/move-to-cart", "{}"));
    assertThat(strings(all, "moved")).containsExactly(PACK);
    assertThat(all.getJsonArray("kept").getJsonObject(0).getString("code")).isEqualTo("sold-out");
    assertThat(jo.cartCount()).isEqualTo(2);
  }

  @Test
  void aSharedListIsReadByItsLinkOnly() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    call(jo, "PUT", "/wishlist/" + PACK, null);
    long list = Shop.json(jo.get(API + "/wishlist")).getInt("id");
    String path =
        Shop.json(call(jo, "POST", "/wishlists/" + list + "/share", "{}")).getString("share");
    Shop.Visitor guest = Shop.visitor();
    for (String node : Shop.NODES) {
      HttpResponse<String> seen =
          guest.get(Shop.uri(node, API + path.replace("/wishlist/", "/shared-wishlists/")));
      assertThat(seen.body()).contains(PACK).doesNotContain("Doe", "@", "addedAt", "priceThen");
      assertThat(Shop.json(seen).getString("owner")).isEqualTo("Jo");
    }
    HttpResponse<String> page = guest.get("/en" + path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(page.body()).contains("Jo").doesNotContain("Doe", Customers.email(jo));
    assertThat(page.body()).contains("noindex").doesNotContain("rel=\"canonical\"");
    assertThat(call(jo, "DELETE", "/wishlists/" + list + "/share", null).statusCode())
        .isEqualTo(204);
    assertThat(guest.get("/en" + path).statusCode()).isEqualTo(404);
    for (String none : List.of("/wishlist/x", "/wishlist/", "/wishlist/" + "0".repeat(43))) {
      assertThat(guest.get(none).statusCode()).as(none).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/wishlist",
    "PUT,/wishlist/X",
    "DELETE,/wishlist/X",
    "POST,/wishlist/X/move-to-cart",
    "GET,/wished",
    "PUT,/wished/skus/X",
    "DELETE,/wished/skus/X",
    "PUT,/wished/products/x",
    "DELETE,/wished/products/x",
    "GET,/wishlists",
    "POST,/wishlists",
    "GET,/wishlists/1",
    "PATCH,/wishlists/1",
    "DELETE,/wishlists/1",
    "PUT,/wishlists/1/items/X",
    "DELETE,/wishlists/1/items/X",
    "POST,/wishlists/1/move-to-cart",
    "POST,/wishlists/1/share",
    "DELETE,/wishlists/1/share",
    "GET,/stock-alerts",
    "DELETE,/stock-alerts/X"
  })
  void aGuestIsAskedToSignIn(String method, String path) throws Exception {
    HttpResponse<String> response =
        call(Shop.visitor(), method, path, method.equals("GET") ? null : "{}");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(Shop.json(response).getString("type")).isEqualTo("sign-in-required");
  }

  @Test
  void whatBelongsToSomebodyElseIsNotThere() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    long josList = create(jo, "Secret");
    call(jo, "PUT", "/wishlists/" + josList + "/items/" + PACK, null);
    Shop.Visitor sam = Customers.signedIn();
    long samsList = Shop.json(sam.get(API + "/wishlist")).getInt("id");
    String path = "/wishlists/" + josList;
    assertNotThere(sam.get(API + path));
    assertNotThere(call(sam, "PATCH", path, "{\"name\":\"Mine\"}"));
    assertNotThere(call(sam, "DELETE", path, null));
    assertNotThere(call(sam, "PUT", path + "/items/" + SHOE, null));
    assertNotThere(
        call(sam, "PUT", "/wishlists/" + samsList + "/items/" + PACK + "?from=" + josList, null));
    assertNotThere(call(sam, "DELETE", path + "/items/" + PACK, null));
    assertNotThere(call(sam, "POST", path + "/move-to-cart", "{}"));
    assertNotThere(call(sam, "POST", path + "/share", "{}"));
    assertNotThere(call(sam, "DELETE", path + "/share", null));
    assertThat(sam.get("/account/wishlist?list=" + josList).statusCode()).isEqualTo(404);
    for (String none : List.of("0", "-1", "9999999999999999999999", "x", "%27")) {
      assertNotThere(sam.get(API + "/wishlists/" + none));
      assertThat(sam.get("/account/wishlist?list=" + none).statusCode()).isEqualTo(404);
    }
    JsonObject list = Shop.json(jo.get(API + path));
    assertThat(list.getString("name")).isEqualTo("Secret");
    assertThat(list.getInt("count")).isEqualTo(1);
    assertThat(list.containsKey("share")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"/wishlist/add", "/account/wishlist", "/stock-alert?sku=BRV-PSD", "/back-in-stock"})
  void anotherSitesFormChangesNothing(String path) throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Shop.uri(path))
            .header("Origin", "https://evil.example")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("form=add&sku=" + PACK));
    assertThat(jo.send(request).statusCode()).isEqualTo(403);
    assertThat(jo.get("/wishlist/add?sku=" + PACK).statusCode()).isEqualTo(303);
    assertThat(Shop.json(jo.get(API + "/me")).getInt("wishCount")).isZero();
  }

  @Test
  void aGuestsWishIsKeptUntilTheGuestSignsInOnAnotherNode() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    String email = Customers.email(jo);
    Shop.Visitor guest = Shop.visitor();
    HttpResponse<String> led = guest.postForm("/de/wishlist/add", "sku=" + PACK);
    assertThat(led.statusCode()).isEqualTo(303);
    assertThat(led.headers().firstValue("Location").orElseThrow())
        .startsWith("/de/login?next=%2Faccount%2Fwishlist");
    String cookie = led.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Max-Age=1800");
    guest.postForm("/wishlist/add", "product=parlour-snare-drum");
    guest.call("POST", Shop.uri(Shop.NODE3, API + "/session"), Customers.credentials(email));
    assertThat(strings(Shop.json(guest.get(API + "/wished")), "skus"))
        .containsExactlyInAnyOrder(PACK, SOLD_OUT);
    assertThat(guest.cookie("wish")).isEmpty();
  }

  @Test
  void whoIsAGuestIsAskedByMailBeforeBeingTold() throws Exception {
    String email = Customers.newEmail();
    Shop.Visitor guest = Shop.visitor();
    String wanted = "{\"sku\":\"%s\",\"email\":\"%s\",\"language\":\"de\"}";
    HttpResponse<String> heard =
        guest.post(API + "/stock-alerts", wanted.formatted(SOLD_OUT, email));
    assertThat(heard.statusCode()).isEqualTo(202);
    assertThat(Shop.json(heard).getBoolean("confirmed")).isFalse();
    assertThat(guest.post(API + "/stock-alerts", wanted.formatted(PACK, email)).statusCode())
        .isEqualTo(409);
    assertThat(guest.post(API + "/stock-alerts", wanted.formatted("none", email)).statusCode())
        .isEqualTo(404);
    for (String wrong :
        List.of(wanted.formatted(SOLD_OUT, "nobody"), "{\"sku\":\"" + SOLD_OUT + "\"}", "[]")) {
      assertThat(guest.post(API + "/stock-alerts", wrong).statusCode()).isEqualTo(400);
    }
    assertThat(guest.get("/back-in-stock?token=none").statusCode()).isEqualTo(200);
  }

  private static long create(Shop.Visitor visitor, String name) throws IOException {
    HttpResponse<String> made = call(visitor, "POST", "/wishlists", "{\"name\":\"" + name + "\"}");
    assertThat(made.statusCode()).isEqualTo(201);
    return Shop.json(made).getInt("id");
  }

  private static HttpResponse<String> call(
      Shop.Visitor visitor, String method, String path, String json) throws IOException {
    return visitor.call(method, Shop.uri(API + path), json);
  }

  private static List<String> strings(JsonObject object, String name) {
    JsonArray array = object.getJsonArray(name);
    return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }

  private static void assertNotThere(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.uri().toString()).isEqualTo(404);
    assertThat(Shop.json(response).getString("type")).isEqualTo("not-found");
  }
}
