package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.emporium.tests.authenticator.SoftAuthenticator;

/** Passkeys over HTTP: begun on one node, ended on another, and of nobody else. */
@Tag("cluster")
class PasskeyClusterIT {

  private static final String API = "/api/v1";

  private final SoftAuthenticator phone = device();

  @Test
  void isMadeAndUsedAcrossNodes() throws Exception {
    Shop.Visitor jo = Customers.confirmed(Customers.newEmail());
    HttpResponse<String> offered =
        call(jo, Shop.NODE1, "/passkeys/registration-options", proof(Customers.PASSWORD));
    assertThat(offered.statusCode()).isEqualTo(200);
    assertThat(offered.headers().firstValue("Cache-Control")).contains("private, no-store");
    JsonObject options = Shop.json(offered);
    assertThat(options.getJsonObject("rp").getString("id")).isEqualTo("localhost");
    assertThat(options.getString("attestation")).isEqualTo("none");
    JsonObject selection = options.getJsonObject("authenticatorSelection");
    assertThat(selection.getString("residentKey")).isEqualTo("required");
    assertThat(selection.getString("userVerification")).isEqualTo("required");
    HttpResponse<String> added = call(jo, Shop.NODE2, "/passkeys", made(phone, options));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    assertThat(Shop.json(added).getString("name")).isEqualTo("Phone");

    Shop.Visitor there = Shop.visitor();
    there.get("/test/session");
    String before = there.cookie("JSESSIONID").orElseThrow();
    String answer = answer(phone, challenge(there, Shop.NODE1), ",\"remember\":true");
    HttpResponse<String> signedIn = call(there, Shop.NODE2, "/session/passkey", answer);
    assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
    assertThat(Shop.json(signedIn).getString("name")).isEqualTo("Jo Doe");
    assertThat(there.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
    assertThat(there.cookie("remember")).isPresent();
    assertThat(Shop.json(there.get(Shop.uri(Shop.NODE3, API + "/me"))).getBoolean("signedIn"))
        .isTrue();

    HttpResponse<String> replayed = call(Shop.visitor(), Shop.NODE3, "/session/passkey", answer);
    assertThat(replayed.statusCode()).isEqualTo(410);
    assertThat(Shop.json(replayed).getString("type")).isEqualTo("passkey-expired");
    assertThat(replayed.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void isListedRenamedAndRemovedByItsOwnerOnly() throws Exception {
    Shop.Visitor jo = Customers.confirmed(Customers.newEmail());
    add(jo, phone);
    JsonArray all = array(jo.get(API + "/me/passkeys"));
    assertThat(all).hasSize(1);
    assertThat(all.getJsonObject(0).containsKey("lastUsedAt")).isFalse();
    String path = API + "/me/passkeys/" + all.getJsonObject(0).getInt("id");

    Shop.Visitor sam = Customers.confirmed(Customers.newEmail());
    assertThat(array(sam.get(API + "/me/passkeys"))).isEmpty();
    for (String none :
        List.of(path, API + "/me/passkeys/0", API + "/me/passkeys/x", API + "/me/passkeys/-1")) {
      assertThat(sam.call("DELETE", Shop.uri(none), null).statusCode()).isEqualTo(404);
      assertThat(sam.call("PATCH", Shop.uri(none), "{\"name\":\"Mine\"}").statusCode())
          .isEqualTo(404);
    }

    assertThat(jo.call("PATCH", Shop.uri(path), "{\"name\":\"<i>Key</i>\"}").body())
        .contains("\"<i>Key</i>\"");
    for (String wrong : List.of("{\"name\":\"\"}", "{\"name\":1}", "{}", "[]", "{")) {
      assertThat(jo.call("PATCH", Shop.uri(path), wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(jo.get(API + "/me/export").body()).contains("<i>Key</i>");
    assertThat(jo.call("DELETE", Shop.uri(path), null).statusCode()).isEqualTo(204);
    Shop.Visitor there = Shop.visitor();
    HttpResponse<String> refused =
        call(
            there, Shop.NODE2, "/session/passkey", answer(phone, challenge(there, Shop.NODE1), ""));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Shop.json(refused).getString("type")).isEqualTo("passkey-refused");
  }

  @Test
  void aChallengeOfSomebodyElseAddsNothing() throws Exception {
    Shop.Visitor jo = Customers.confirmed(Customers.newEmail());
    Shop.Visitor sam = Customers.confirmed(Customers.newEmail());
    JsonObject options =
        Shop.json(jo.post(API + "/passkeys/registration-options", proof(Customers.PASSWORD)));
    assertThat(sam.post(API + "/passkeys", made(phone, options)).statusCode()).isEqualTo(410);
    assertThat(jo.post(API + "/passkeys", made(phone, options)).statusCode()).isEqualTo(201);
    JsonObject again =
        Shop.json(sam.post(API + "/passkeys/registration-options", proof(Customers.PASSWORD)));
    HttpResponse<String> known = sam.post(API + "/passkeys", made(phone, again));
    assertThat(known.statusCode()).isEqualTo(409);
    assertThat(Shop.json(known).getString("type")).isEqualTo("passkey-known");
  }

  @Test
  void wantsThePasswordAndAConfirmedAddress() throws Exception {
    Shop.Visitor jo = Customers.confirmed(Customers.newEmail());
    assertThat(jo.post(API + "/passkeys/registration-options", proof("wrong")).statusCode())
        .isEqualTo(403);
    assertThat(jo.post(API + "/passkeys/registration-options", "{}").statusCode()).isEqualTo(400);
    Shop.sql("UPDATE customer SET confirmed_at = NULL WHERE email = '" + Customers.email(jo) + "'");
    HttpResponse<String> refused =
        jo.post(API + "/passkeys/registration-options", proof(Customers.PASSWORD));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Shop.json(refused).getString("type")).isEqualTo("address-unconfirmed");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/passkeys/registration-options",
    "POST,/passkeys",
    "GET,/me/passkeys",
    "PATCH,/me/passkeys/1",
    "DELETE,/me/passkeys/1"
  })
  void aGuestIsAskedToSignIn(String method, String path) throws Exception {
    HttpResponse<String> response =
        Shop.visitor().call(method, Shop.uri(API + path), method.equals("GET") ? null : "{}");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(Shop.json(response).getString("type")).isEqualTo("sign-in-required");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/passkeys/registration-options",
    "POST,/passkeys",
    "PATCH,/me/passkeys/1",
    "DELETE,/me/passkeys/1",
    "POST,/session/passkey-options",
    "POST,/session/passkey"
  })
  void anotherSiteChangesNothing(String method, String path) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Shop.uri(API + path))
            .header("Origin", "https://evil.example")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(Shop.visitor().send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsNoAnswerIsRefusedInWords() throws Exception {
    Shop.Visitor jo = Customers.confirmed(Customers.newEmail());
    String signed = phone.json(phone.sign(challenge(jo, Shop.NODE1)));
    for (String wrong :
        List.of(
            "",
            "[]",
            "{}",
            "{\"credential\":\"x\"}",
            "{\"credential\":{}}",
            "{\"credential\":{\"id\":\"%%\",\"response\":{}}}",
            "{\"credential\":" + signed.replace("\"signature\":\"", "\"signature\":\"*") + "}",
            "{\"credential\":" + signed + ",\"remember\":\"yes\"}")) {
      HttpResponse<String> refused = jo.post(API + "/session/passkey", wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
      assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
    }
    HttpResponse<String> junk =
        jo.post(
            API + "/session/passkey",
            "{\"credential\":{\"id\":\"AAAA\",\"response\":{\"authenticatorData\":\"AAAA\","
                + "\"clientDataJSON\":\"AAAA\",\"signature\":\"AAAA\",\"userHandle\":\"AAAA\"}}}");
    assertThat(junk.statusCode()).isEqualTo(401);
    String big = "A".repeat(70_000);
    assertThat(
            jo.post(API + "/session/passkey", "{\"credential\":{\"id\":\"" + big + "\"}}")
                .statusCode())
        .isEqualTo(413);
    assertThat(jo.post(API + "/passkeys", "{\"name\":\"Phone\",\"credential\":{}}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theInterfaceDescribesThem() throws Exception {
    JsonObject described = Shop.json(Shop.visitor().get(API + "/openapi?format=JSON"));
    assertThat(described.getJsonObject("paths").keySet())
        .contains(
            "/api/v1/passkeys",
            "/api/v1/passkeys/registration-options",
            "/api/v1/session/passkey-options",
            "/api/v1/session/passkey",
            "/api/v1/me/passkeys",
            "/api/v1/me/passkeys/{id}");
    assertThat(described.getJsonObject("components").getJsonObject("schemas").keySet())
        .contains(
            "PublicKeyCredentialCreationOptionsJSON", "PublicKeyCredentialRequestOptionsJSON");
  }

  @Test
  void theBrowserIsNotForbiddenToUseThem() throws Exception {
    assertThat(
            Shop.visitor().get("/login").headers().firstValue("Permissions-Policy").orElseThrow())
        .contains("publickey-credentials-get=(self)", "publickey-credentials-create=(self)");
  }

  private static void add(Shop.Visitor visitor, SoftAuthenticator device) throws IOException {
    JsonObject options =
        Shop.json(visitor.post(API + "/passkeys/registration-options", proof(Customers.PASSWORD)));
    assertThat(visitor.post(API + "/passkeys", made(device, options)).statusCode()).isEqualTo(201);
  }

  private static String challenge(Shop.Visitor visitor, String node) throws IOException {
    JsonObject options = Shop.json(call(visitor, node, "/session/passkey-options", "{}"));
    assertThat(options.getString("rpId")).isEqualTo("localhost");
    assertThat(options.getString("userVerification")).isEqualTo("required");
    assertThat(options.getJsonArray("allowCredentials")).isEmpty();
    return options.getString("challenge");
  }

  private static HttpResponse<String> call(
      Shop.Visitor visitor, String node, String path, String body) throws IOException {
    return visitor.call("POST", Shop.uri(node, API + path), body);
  }

  private static String made(SoftAuthenticator device, JsonObject options) {
    return "{\"name\":\"Phone\",\"credential\":%s}"
        .formatted(
            device.json(
                device.make(
                    options.getString("challenge"),
                    options.getJsonObject("user").getString("id"))));
  }

  private static String answer(SoftAuthenticator device, String challenge, String more) {
    return "{\"credential\":%s%s}".formatted(device.json(device.sign(challenge)), more);
  }

  private static String proof(String password) {
    return "{\"password\":\"" + password + "\"}";
  }

  private static SoftAuthenticator device() {
    return new SoftAuthenticator(System.getProperty("test.http"), "localhost");
  }

  private static JsonArray array(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readArray();
    }
  }
}
