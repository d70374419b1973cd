package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shop.emporium.tests.authenticator.OneTimeApp;

/** Codes of an app over HTTP: asked for on one node, taken on another, and good once. */
@Tag("cluster")
class SecondFactorClusterIT {

  private static final String API = "/api/v1";
  private static final String FACTOR = API + "/me/second-factor";
  private static final String PROOF = "{\"password\":\"" + Customers.PASSWORD + "\"}";

  private final String email = Customers.newEmail();

  @Test
  void aCodeIsGoodOnceOnAllNodes() throws Exception {
    OneTimeApp app = setUp(Customers.confirmed(email));
    Shop.Visitor there = Shop.visitor();
    HttpResponse<String> asked = signIn(there, Shop.NODE1);
    assertThat(asked.statusCode()).isEqualTo(401);
    assertThat(asked.headers().allValues("Set-Cookie")).isEmpty();
    JsonObject problem = Shop.json(asked);
    assertThat(problem.getString("type")).isEqualTo("second-factor-required");
    assertThat(Shop.json(there.get(API + "/me")).getBoolean("signedIn")).isFalse();

    String code = app.code(1);
    String body = answer(problem.getString("challenge"), code);
    HttpResponse<String> in = there.call("POST", uri(Shop.NODE2, "/session/second-factor"), body);
    assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
    assertThat(there.cookie("remember")).isPresent();
    assertThat(Shop.json(there.get(uri(Shop.NODE3, "/me"))).getBoolean("signedIn")).isTrue();

    Shop.Visitor thief = Shop.visitor();
    assertThat(thief.call("POST", uri(Shop.NODE3, "/session/second-factor"), body).statusCode())
        .isEqualTo(410);
    String other = Shop.json(signIn(thief, Shop.NODE1)).getString("challenge");
    HttpResponse<String> replayed =
        thief.call("POST", uri(Shop.NODE3, "/session/second-factor"), answer(other, code));
    assertThat(replayed.statusCode()).isEqualTo(403);
    assertThat(Shop.json(replayed).getString("type")).isEqualTo("wrong-code");
    assertThat(replayed.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void isTurnedOnAndOffByItsOwner() throws Exception {
    Shop.Visitor jo = Customers.confirmed(email);
    assertThat(Shop.json(jo.get(FACTOR)).getBoolean("on")).isFalse();
    assertThat(jo.post(FACTOR, "{\"password\":\"something else\"}").statusCode()).isEqualTo(403);
    assertThat(jo.post(FACTOR + "/confirmation", "{\"code\":\"123456\"}").statusCode())
        .isEqualTo(410);
    setUp(jo);
    JsonObject view = Shop.json(jo.get(FACTOR));
    assertThat(view.getBoolean("on")).isTrue();
    assertThat(view.getInt("recoveryCodesLeft")).isEqualTo(10);
    assertThat(jo.post(FACTOR, PROOF).statusCode()).isEqualTo(409);

    HttpResponse<String> codes = jo.post(FACTOR + "/recovery-codes", PROOF);
    assertThat(codes.headers().firstValue("Cache-Control")).contains("private, no-store");
    List<JsonString> paper =
        Shop.json(codes).getJsonArray("recoveryCodes").getValuesAs(JsonString.class);
    Shop.Visitor there = Shop.visitor();
    String challenge = Shop.json(signIn(there, Shop.NODE3)).getString("challenge");
    assertThat(
            there
                .post(API + "/session/second-factor", answer(challenge, paper.get(3).getString()))
                .statusCode())
        .isEqualTo(200);

    assertThat(jo.post(FACTOR + "/removal", PROOF).statusCode()).isEqualTo(204);
    assertThat(signIn(Shop.visitor(), Shop.NODE2).statusCode()).isEqualTo(200);
  }

  @Test
  void rubbishOpensNothing() throws Exception {
    for (String body :
        List.of("", "[]", "{}", "{\"challenge\":1,\"code\":2}", "{\"challenge\":\"x\"}")) {
      assertThat(Shop.visitor().post(API + "/session/second-factor", body).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    for (String challenge : List.of("x", "A".repeat(43), "' OR 1=1 --")) {
      assertThat(
              Shop.visitor()
                  .post(API + "/session/second-factor", answer(challenge, "123456"))
                  .statusCode())
          .as(challenge)
          .isEqualTo(410);
    }
    for (String path : List.of("", "/confirmation", "/recovery-codes", "/removal")) {
      assertThat(Shop.visitor().post(FACTOR + path, PROOF).statusCode()).isEqualTo(401);
    }
    assertThat(Shop.visitor().get(FACTOR).statusCode()).isEqualTo(401);
  }

  private static OneTimeApp setUp(Shop.Visitor visitor) throws IOException {
    HttpResponse<String> begun = visitor.call("POST", Shop.uri(Shop.NODE1, FACTOR), PROOF);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
    OneTimeApp app = new OneTimeApp(Shop.json(begun).getString("secret"));
    HttpResponse<String> on =
        visitor.call(
            "POST",
            Shop.uri(Shop.NODE2, FACTOR + "/confirmation"),
            "{\"code\":\"" + app.code() + "\"}");
    assertThat(on.statusCode()).as(on.body()).isEqualTo(200);
    return app;
  }

  private HttpResponse<String> signIn(Shop.Visitor visitor, String node) throws IOException {
    return visitor.call(
        "POST",
        uri(node, "/session"),
        "{\"email\":\"%s\",\"password\":\"%s\",\"remember\":true}"
            .formatted(email, Customers.PASSWORD));
  }

  private static URI uri(String node, String path) {
    return Shop.uri(node, API + path);
  }

  private static String answer(String challenge, String code) {
    return "{\"challenge\":\"%s\",\"code\":\"%s\"}".formatted(challenge, code);
  }
}
