package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Accounts over HTTP: a sign-in is the same on every node and outlives the one that made it, and
 * nobody reaches what belongs to somebody else.
 */
@Tag("cluster")
class AccountClusterIT {

  private static final String API = "/api/v1";
  private static final String DEMO = "shopper@example.com";
  private static final String DEMO_PASSWORD = "Demo-store-2026!";
  private static final String ADDRESS =
      "{\"name\":\"%s\",\"line1\":\"Main St 1\",\"city\":\"Berlin\",\"postalCode\":\"10115\",\"country\":\"DE\"}";

  @Test
  void theDemoAccountsOfTheSampleShopSignIn() throws Exception {
    for (String role : List.of("shopper", "agent", "admin")) {
      Shop.Visitor visitor = Shop.visitor();
      assertThat(signIn(visitor, role + "@example.com", DEMO_PASSWORD).statusCode()).isEqualTo(200);
      assertThat(Shop.json(visitor.get(API + "/me/profile")).getString("role")).isEqualTo(role);
    }
  }

  @Test
  void aSignInHoldsOnEveryNodeAndAfterTheKillOfTheOneThatMadeIt() throws Exception {
    Shop.Visitor jo = Shop.visitor();
    HttpResponse<String> signedIn =
        jo.call("POST", Shop.uri(Shop.NODE1, API + "/session"), typed(DEMO, DEMO_PASSWORD, ""));
    assertThat(signedIn.headers().firstValue("X-Served-By")).contains(Shop.NODE1);
    for (String node : Shop.NODES) {
      assertThat(isSignedIn(jo, node)).as(node).isTrue();
    }
    Shop.store("node", Shop.NODE1, "kill");
    try {
      for (int i = 0; i < 6; i++) {
        HttpResponse<String> me = jo.get(API + "/me");
        assertThat(Shop.json(me).getBoolean("signedIn")).isTrue();
        assertThat(Shop.json(me).getString("name")).isEqualTo("Sam Shopper");
      }
    } finally {
      Shop.store("node", Shop.NODE1, "start");
    }
    assertThat(isSignedIn(jo, Shop.NODE1)).isTrue();
  }

  @Test
  void theSessionsIdChangesWhenSomebodySignsIn() throws Exception {
    Shop.Visitor jo = Shop.visitor();
    jo.get("/test/session");
    String before = jo.cookie("JSESSIONID").orElseThrow();
    signIn(jo, DEMO, DEMO_PASSWORD);
    assertThat(jo.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);

    Shop.Visitor thief = Shop.visitor();
    thief.setCookie("JSESSIONID", before);
    assertThat(Shop.json(thief.get(API + "/me")).getBoolean("signedIn")).isFalse();
  }

  @Test
  void aSessionThatSomebodyElseChoseIsNotTaken() throws Exception {
    Shop.Visitor jo = Shop.visitor();
    String planted = "planted-0123456789012345678901234567890123";
    jo.setCookie("JSESSIONID", planted);
    signIn(jo, DEMO, DEMO_PASSWORD);
    assertThat(jo.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(planted);
    assertThat(isSignedIn(jo, Shop.NODE2)).isTrue();
    Shop.Visitor thief = Shop.visitor();
    thief.setCookie("JSESSIONID", planted);
    assertThat(Shop.json(thief.get(API + "/me")).getBoolean("signedIn")).isFalse();
  }

  @Test
  void aBrowserThatStaysSignedInIsKnownAgainOnAnyNode() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    String email = Customers.email(jo);
    jo.post(API + "/session", typed(email, Customers.PASSWORD, ",\"remember\":true"));
    String first = jo.cookie("remember").orElseThrow();
    jo.setCookie("JSESSIONID", null);
    assertThat(isSignedIn(jo, Shop.NODE3)).isTrue();
    String second = jo.cookie("remember").orElseThrow();
    assertThat(second).isNotEqualTo(first);
    assertThat(isSignedIn(jo, Shop.NODE1)).isTrue();
    assertThat(jo.cookie("remember")).contains(second);

    Shop.sql(
        "UPDATE sign_in SET rotated_at = now() - interval '61 s' WHERE rotated_at IS NOT NULL");
    Shop.Visitor thief = Shop.visitor();
    thief.setCookie("remember", first);
    assertThat(isSignedIn(thief, Shop.NODE2)).isFalse();
    assertThat(thief.cookie("remember")).isEmpty();
    assertThat(isSignedIn(jo, Shop.NODE1)).isFalse();
  }

  @Test
  void whoIsSignedOutSomewhereElseIsSignedOutOnEveryNode() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    Shop.Visitor there = Shop.visitor();
    signIn(there, Customers.email(jo), Customers.PASSWORD);
    JsonArray all = array(jo.get(API + "/me/sign-ins"));
    assertThat(all).hasSize(2);
    assertThat(all.stream().filter(signIn -> signIn.asJsonObject().getBoolean("current")))
        .hasSize(1);
    assertThat(jo.call("DELETE", Shop.uri(API + "/me/sign-ins"), null).statusCode()).isEqualTo(204);
    for (String node : Shop.NODES) {
      assertThat(isSignedIn(there, node)).as(node).isFalse();
      assertThat(isSignedIn(jo, node)).as(node).isTrue();
    }
    assertThat(jo.call("DELETE", Shop.uri(API + "/session"), null).statusCode()).isEqualTo(204);
    assertThat(isSignedIn(jo, Shop.NODE1)).isFalse();
    assertThat(jo.call("DELETE", Shop.uri(API + "/session"), null).statusCode()).isEqualTo(204);
  }

  @Test
  void whoSignsOutIsNotKnownAgainByACookie() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    jo.post(API + "/session", typed(Customers.email(jo), Customers.PASSWORD, ",\"remember\":true"));
    jo.setCookie("JSESSIONID", null);
    String kept = jo.cookie("remember").orElseThrow();
    assertThat(jo.call("DELETE", Shop.uri(API + "/session"), null).statusCode()).isEqualTo(204);
    assertThat(jo.cookie("remember")).isEmpty();
    assertThat(isSignedIn(jo, Shop.NODE1)).isFalse();
    jo.setCookie("remember", kept);
    assertThat(isSignedIn(jo, Shop.NODE2)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/me/profile",
    "PATCH,/me/profile",
    "PUT,/me/password",
    "POST,/me/email",
    "POST,/me/confirmation/mail",
    "GET,/me/addresses",
    "POST,/me/addresses",
    "PUT,/me/addresses/1",
    "DELETE,/me/addresses/1",
    "GET,/me/sign-ins",
    "DELETE,/me/sign-ins",
    "DELETE,/me/sign-ins/1",
    "GET,/me/export",
    "DELETE,/me"
  })
  void aGuestIsAskedToSignIn(String method, String path) throws Exception {
    HttpResponse<String> response =
        Shop.visitor().call(method, Shop.uri(API + path), method.equals("GET") ? null : "{}");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(Shop.json(response).getString("type")).isEqualTo("sign-in-required");
  }

  @Test
  void whatBelongsToSomebodyElseIsNotThere() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    HttpResponse<String> added = jo.post(API + "/me/addresses", ADDRESS.formatted("Jo"));
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(Shop.json(added).getBoolean("default")).isTrue();
    String address = API + "/me/addresses/" + Shop.json(added).getInt("id");
    String signIn =
        API + "/me/sign-ins/" + array(jo.get(API + "/me/sign-ins")).getJsonObject(0).getInt("id");

    Shop.Visitor sam = Customers.signedIn();
    assertNotThere(sam.call("PUT", Shop.uri(address), ADDRESS.formatted("Sam")));
    assertNotThere(sam.call("DELETE", Shop.uri(address), null));
    assertNotThere(sam.call("DELETE", Shop.uri(signIn), null));
    for (String none : List.of("0", "-1", "99999999999", "9999999999999999999999", "x", "%27")) {
      assertNotThere(sam.call("DELETE", Shop.uri(API + "/me/addresses/" + none), null));
      assertNotThere(sam.call("DELETE", Shop.uri(API + "/me/sign-ins/" + none), null));
    }
    assertThat(array(sam.get(API + "/me/addresses"))).isEmpty();
    assertThat(sam.get(API + "/me/export").body()).doesNotContain("Main St 1");

    assertThat(jo.call("PUT", Shop.uri(address), ADDRESS.formatted("Jo at home")).statusCode())
        .isEqualTo(200);
    assertThat(jo.get(API + "/me/export").body()).contains("Jo at home");
    assertThat(jo.call("DELETE", Shop.uri(signIn), null).statusCode()).isEqualTo(204);
    assertThat(isSignedIn(jo, Shop.NODE2)).isFalse();
  }

  @Test
  void anErasedAccountIsGoneEverywhere() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    String email = Customers.email(jo);
    assertThat(jo.call("DELETE", Shop.uri(API + "/me"), null).statusCode()).isEqualTo(204);
    for (String node : Shop.NODES) {
      assertThat(isSignedIn(jo, node)).isFalse();
    }
    assertThat(signIn(jo, email, Customers.PASSWORD).statusCode()).isEqualTo(401);
  }

  @Test
  void aProfileSaysWhatItsOwnerWants() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    HttpResponse<String> changed =
        jo.call(
            "PATCH", Shop.uri(API + "/me/profile"), "{\"name\":\"<b>Jo</b>\",\"language\":\"de\"}");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(Shop.json(jo.get(API + "/me")).getString("name")).isEqualTo("<b>Jo</b>");
    assertThat(changed.headers().firstValue("Cache-Control")).contains("private, no-store");
    for (String wrong :
        List.of(
            "{\"name\":\"" + "x".repeat(10_000) + "\"}",
            "{\"name\":\"Jo\\r\\nBcc: sam@example.com\"}",
            "{\"name\":\"a\\u0000b\"}",
            "{\"name\":\"\"}",
            "{\"name\":42}",
            "{\"language\":\"xx\"}",
            "{\"email\":\"sam@example.com\"}",
            "[]",
            "{",
            "")) {
      HttpResponse<String> refused = jo.call("PATCH", Shop.uri(API + "/me/profile"), wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
      assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
    }
    assertThat(Shop.json(jo.get(API + "/me/profile")).getString("language")).isEqualTo("de");
  }

  @Test
  void aPasswordIsChangedByWhoKnowsIt() throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    String email = Customers.email(jo);
    URI password = Shop.uri(API + "/me/password");
    String change = "{\"current\":\"%s\",\"password\":\"%s\"}";
    assertThat(jo.call("PUT", password, change.formatted("wrong", "other password")).statusCode())
        .isEqualTo(403);
    HttpResponse<String> common =
        jo.call("PUT", password, change.formatted(Customers.PASSWORD, "qwertyuiop"));
    assertThat(common.statusCode()).isEqualTo(400);
    assertThat(Shop.json(common).getJsonArray("violations").getJsonObject(0).getString("field"))
        .isEqualTo("password");
    assertThat(
            jo.call("PUT", password, change.formatted(Customers.PASSWORD, "other password"))
                .statusCode())
        .isEqualTo(204);
    assertThat(isSignedIn(jo, Shop.NODE3)).isTrue();
    assertThat(signIn(Shop.visitor(), email, "other password").statusCode()).isEqualTo(200);
  }

  @Test
  void knownAndUnknownAddressesAreAnsweredAlike() throws Exception {
    String known = Customers.email(Customers.signedIn());
    String unknown = Customers.newEmail();
    assertThat(signIn(Shop.visitor(), known, "wrong").body())
        .isEqualTo(signIn(Shop.visitor(), unknown, "wrong").body());
    for (String email : List.of(known, unknown)) {
      HttpResponse<String> heard =
          Shop.visitor().post(API + "/password/forgot", "{\"email\":\"" + email + "\"}");
      assertThat(heard.statusCode()).isEqualTo(202);
      assertThat(heard.body()).isEmpty();
      assertThat(Customers.register(Shop.visitor(), email).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void whoGuessesIsToldHowLongToWait() throws Exception {
    String email = Customers.newEmail();
    for (int i = 0; i < 6; i++) {
      assertThat(signIn(Shop.visitor(), email, "wrong").statusCode()).isEqualTo(401);
    }
    // The first wait is a second, which the answer itself may have taken.
    Shop.sql(
        "UPDATE throttle SET blocked_until = blocked_until + interval '1 hour' WHERE key_hash = sha256('SIGN_IN_ACCOUNT %s')"
            .formatted(email));
    HttpResponse<String> tooMany = signIn(Shop.visitor(), email, "wrong");
    assertThat(tooMany.statusCode()).isEqualTo(429);
    assertThat(tooMany.headers().firstValue("Retry-After").map(Integer::parseInt).orElseThrow())
        .isBetween(3500, 3601);
    assertThat(Shop.json(tooMany).getString("type")).isEqualTo("too-many-attempts");
  }

  @Test
  void aLinkThatIsNoneIsRefused() throws Exception {
    for (String token : List.of("", "x", "' OR 1=1", "0".repeat(43), "x".repeat(500))) {
      String body = "{\"token\":\"" + token + "\",\"password\":\"" + Customers.PASSWORD + "\"}";
      assertThat(Shop.visitor().post(API + "/password/reset", body).statusCode()).isEqualTo(410);
      assertThat(Shop.visitor().post(API + "/me/confirmation", body).statusCode()).isEqualTo(410);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/category/kitchen", "/help", "/api/v1/products"})
  void whatEverybodySeesSetsNoCookieAlsoForWhoIsSignedIn(String path) throws Exception {
    Shop.Visitor jo = Customers.signedIn();
    jo.post(API + "/session", typed(Customers.email(jo), Customers.PASSWORD, ",\"remember\":true"));
    jo.setCookie("JSESSIONID", null);
    for (URI uri : List.of(Shop.uri(path), Shop.uri(Shop.NODE1, path))) {
      HttpResponse<String> response = jo.get(uri);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"http,false", "https,true"})
  void cookiesAreOutOfReachAndSecureUnderTls(String scheme, boolean isSecure) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Shop.uri(Shop.NODE1, API + "/session"))
            .header("X-Forwarded-Proto", scheme)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    typed(DEMO, DEMO_PASSWORD, ",\"remember\":true")));
    List<String> cookies = Shop.visitor().send(request).headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(2);
    for (String cookie : cookies) {
      assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
      assertThat(cookie.toLowerCase(Locale.ROOT).contains("secure")).as(cookie).isEqualTo(isSecure);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/session",
    "DELETE,/session",
    "POST,/customers",
    "POST,/password/forgot",
    "POST,/password/reset",
    "PATCH,/me/profile",
    "PUT,/me/password",
    "POST,/me/email",
    "POST,/me/confirmation",
    "POST,/me/addresses",
    "DELETE,/me/sign-ins",
    "DELETE,/me"
  })
  void anotherSiteChangesNothing(String method, String path) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Shop.uri(API + path))
            .header("Origin", "https://evil.example")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(typed(DEMO, DEMO_PASSWORD, "")));
    HttpResponse<String> response = Shop.visitor().send(request);
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void aFormOfAnotherKindIsNotTaken() throws Exception {
    assertThat(Shop.visitor().postForm(API + "/session", "email=a&password=b").statusCode())
        .isEqualTo(415);
  }

  private static HttpResponse<String> signIn(Shop.Visitor visitor, String email, String password)
      throws IOException {
    return visitor.post(API + "/session", typed(email, password, ""));
  }

  private static String typed(String email, String password, String more) {
    return "{\"email\":\"%s\",\"password\":\"%s\"%s}".formatted(email, password, more);
  }

  private static boolean isSignedIn(Shop.Visitor visitor, String node) throws IOException {
    JsonObject me = Shop.json(visitor.get(Shop.uri(node, API + "/me")));
    return me.getBoolean("signedIn");
  }

  private static JsonArray array(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readArray();
    }
  }

  private static void assertNotThere(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.uri().toString()).isEqualTo(404);
    assertThat(Shop.json(response).getString("type")).isEqualTo("not-found");
  }
}
