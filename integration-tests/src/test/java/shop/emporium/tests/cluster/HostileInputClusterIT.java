package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rubbish in every public parameter: a clear answer of class 4, never a fault of ours, never an
 * echo that runs.
 */
@Tag("cluster")
class HostileInputClusterIT {

  private static final List<String> PARAMETERS =
      List.of(
          "q",
          "brand",
          "minPrice",
          "maxPrice",
          "inStock",
          "sale",
          "rating",
          "sort",
          "page",
          "size",
          "category",
          "unknown");

  private static final List<String> VALUES =
      List.of(
          "-1",
          "0",
          "99999999999999999999",
          "1.5",
          "NaN",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' OR 1=1 --",
          "'; DROP TABLE product; --",
          "\u0000",
          "%00",
          "../../etc/passwd",
          "${7*7}",
          "#{request}",
          "😀",
          ":*",
          "x".repeat(3000),
          "\r\nSet-Cookie: a=b",
          "true;",
          "null",
          "[]",
          "{}");

  static Stream<Arguments> everyParameterWithEveryValue() {
    return PARAMETERS.stream()
        .flatMap(name -> VALUES.stream().map(value -> Arguments.of(name, value)));
  }

  @ParameterizedTest
  @MethodSource("everyParameterWithEveryValue")
  void isAnsweredClearly(String name, String value) throws Exception {
    String query = "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    for (String path : List.of("/search", "/category/kitchen", "/api/v1/products")) {
      HttpResponse<String> response = Shop.visitor().get(path + query);
      assertThat(response.statusCode()).as(path + query).isIn(200, 400, 404, 414);
      assertHarmless(response);
    }
  }

  static Stream<String> searchTexts() {
    return Stream.of(
        "'", "\"", "%", "\\", ":*", "& | ! (", "😀", "𝕏".repeat(90), "x".repeat(10_000));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("searchTexts")
  void anySearchTextIsAText(String text) throws Exception {
    String query = "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    for (String path : List.of("/search", "/api/v1/products", "/api/v1/suggest")) {
      HttpResponse<String> response = Shop.visitor().get(path + query);
      assertThat(response.statusCode()).as(path + query).isEqualTo(200);
      assertHarmless(response);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/product/nothing",
        "/product/",
        "/product/a/b/c",
        "/product/%3Cscript%3E",
        "/product/..%2f..%2fWEB-INF%2fweb.xml",
        "/category/nothing",
        "/category/%27",
        "/WEB-INF/web.xml",
        "/static/../WEB-INF/web.xml",
        "/index.xhtml.bak",
        "/nowhere",
        "/media/none.webp",
        "/media/../x",
        "/assets/none.css",
        "/api/v1/nowhere",
        "/api/v1/products/nothing",
        "/api/v1/products/%27%20OR%201=1",
        "/search?page=9999",
        "/category/kitchen?page=500"
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    HttpResponse<String> response = Shop.visitor().get(path);
    assertThat(response.statusCode()).as(path).isIn(400, 404);
    assertHarmless(response);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"sku\":\"X\"|400",
        "''|400",
        "[]|400",
        "null|400",
        "42|400",
        "{}|400",
        "{\"sku\":null}|400",
        "{\"sku\":42,\"quantity\":1}|400",
        "{\"sku\":\"NOTHING\",\"quantity\":1}|404",
        "{\"sku\":\"X\",\"quantity\":0}|400",
        "{\"sku\":\"X\",\"quantity\":-1}|400",
        "{\"sku\":\"X\",\"quantity\":1.5}|400",
        "{\"sku\":\"X\",\"quantity\":\"1\"}|400",
        "{\"sku\":\"X\",\"quantity\":1e99}|400",
        "{\"sku\":\"X\",\"quantity\":99999999999}|400",
        "{\"sku\":\"a\\u0000b\",\"quantity\":1}|400",
        "{\"sku\":\"' OR 1=1\",\"quantity\":1}|404",
        "{\"sku\":\"\",\"quantity\":1}|400"
      })
  void aCartTakesOnlyWhatMakesSense(String body, int status) throws Exception {
    HttpResponse<String> response =
        Shop.visitor().post("/api/v1/cart/lines", body == null ? "" : body);
    assertThat(response.statusCode()).as(body).isEqualTo(status);
    assertProblem(response);
  }

  @Test
  void aHugeBodyIsRefused() throws Exception {
    HttpResponse<String> api =
        Shop.visitor().post("/api/v1/cart/lines", "{\"sku\":\"" + "x".repeat(1_000_000) + "\"}");
    assertThat(api.statusCode()).isEqualTo(413);
    assertProblem(api);
    HttpResponse<String> form =
        Shop.visitor().postForm("/cart/add", "sku=" + "x".repeat(1_000_000));
    assertThat(form.statusCode()).isEqualTo(413);
    assertHarmless(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sku=",
        "sku=NOTHING",
        "sku=%00",
        "sku=X&quantity=abc",
        "sku=X&quantity=-5",
        "sku=X&quantity=99999999999",
        "product=nothing&option1=a",
        "",
        "quantity=1",
        "sku=%3Cscript%3E"
      })
  void aFormWithRubbishLeadsBackToTheCart(String form) throws Exception {
    Shop.Visitor visitor = Shop.visitor();
    for (String path : List.of("/cart/add", "/cart/change", "/cart/remove")) {
      HttpResponse<String> response = visitor.postForm(path, form);
      assertThat(response.statusCode()).as(path + " " + form).isIn(303, 400);
      if (response.statusCode() == 303) {
        HttpResponse<String> cart =
            visitor.get(response.headers().firstValue("Location").orElseThrow());
        assertThat(cart.statusCode()).isEqualTo(200);
        assertHarmless(cart);
      }
    }
    assertThat(visitor.cartCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "form=",
        "form=nothing",
        "form=login",
        "form=login&email=%00&password=%00",
        "form=login&email=a&password=b&next=%0d%0aX:%20y",
        "form=login&email=%3Cscript%3Ealert(1)%3C/script%3E&password=x",
        "form=register&email=%0d%0aBcc:a@b.example&password=x&name=%E2%80%AE",
        "form=register&name=${7*7}&email=#{request}&password=1234567890",
        "form=forgot&email=",
        "form=forgot&email=a%0d%0a@b.example",
        "form=reset&token=%00&wanted=x",
        "form=reset&token=../../etc&wanted=x",
        "form=confirm&token=' OR 1=1 --",
        "form=profile&name=x&language=xx",
        "jakarta.faces.ViewState=x&form=login",
        "jakarta.faces.ViewState=stateless&jakarta.faces.partial.ajax=true"
      })
  void aFormOfAnAccountWithRubbishIsAnsweredInWords(String form) throws Exception {
    for (String path :
        List.of("/login", "/register", "/password/forgot", "/password/reset", "/account/confirm")) {
      HttpResponse<String> response = Shop.visitor().postForm(path, form);
      assertThat(response.statusCode()).as(path + " " + form).isIn(200, 400, 422, 429);
      assertHarmless(response);
    }
    HttpResponse<String> guarded = Shop.visitor().postForm("/account/profile", form);
    assertThat(guarded.statusCode()).as(form).isIn(303, 400);
    HttpResponse<String> large =
        Shop.visitor().postForm("/register", "form=register&name=" + "x".repeat(10_000));
    assertThat(large.statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?problem=<script>alert(1)</script>",
        "?removed=<script>alert(1)</script>&quantity=9",
        "?added='&wanted=x",
        "?changed=x&wanted=-1",
        "?removed=X&quantity=99999999999"
      })
  void theCartsPageBelievesNothingInItsAddress(String query) throws Exception {
    HttpResponse<String> response =
        Shop.visitor().get("/cart" + query.replace("<", "%3C").replace(">", "%3E"));
    assertThat(response.statusCode()).isIn(200, 400);
    assertHarmless(response);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,https://evil.example",
    "Sec-Fetch-Site,cross-site",
    "Sec-Fetch-Site,same-site",
    "Origin,null"
  })
  void anotherSiteCannotChangeACart(String header, String value) throws Exception {
    Shop.Visitor visitor = Shop.visitor();
    for (String path : List.of("/api/v1/cart/lines", "/cart/add")) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(Shop.uri(path))
              .header(header, value)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("sku=X"));
      assertThat(visitor.send(request).statusCode()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/search?poison=1,Accept,application/xhtml+xml",
    "/help?poison=2,Faces-Request,partial/ajax",
    "/help?poison=3,Cookie,cart=x",
    "/help?poison=4,X-Forwarded-Host,evil.example"
  })
  void nothingButTheAddressChangesWhatEverybodySees(String path, String header, String value)
      throws Exception {
    HttpResponse<String> plain = Shop.visitor().get(path + "0");
    HttpResponse<String> poisoned =
        Shop.visitor().send(HttpRequest.newBuilder(Shop.uri(path)).header(header, value));
    // Links to the other language repeat the address.
    String query = path.substring(path.indexOf('?'));
    assertThat(poisoned.body()).isEqualTo(plain.body().replace(query + "0", query));
    assertThat(poisoned.headers().firstValue("Content-Type"))
        .isEqualTo(plain.headers().firstValue("Content-Type"));
  }

  @Test
  void theBodyOfAReadingRequestIsNotRead() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Shop.uri("/search?poison=5"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method("GET", HttpRequest.BodyPublishers.ofString("q=lamp"));
    assertThat(Shop.visitor().send(request).body()).doesNotContain("lamp”");
  }

  @ParameterizedTest
  @CsvSource({
    "/health;x/ready,404",
    "/internal;x/import,404",
    "/internal/import,404",
    "/health/ready,404",
    "/cart;x=1,400",
    "/cart?jakarta.faces.ViewState=x,400",
    "/search?q=%zz,400",
    "/api/v1/products?q=%zz,400",
    "/cart?jakarta.faces.partial.ajax=true,400"
  })
  void whatNobodyNeedsIsRefused(String path, int status) throws Exception {
    assertThat(raw(path)).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void anAcceptHeaderThatIsNoneIsRefused() throws Exception {
    HttpResponse<String> response =
        Shop.visitor().send(HttpRequest.newBuilder(Shop.uri("/cart")).header("Accept", ";;;"));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("We did not understand that");
  }

  /**
   * The status line and head that nginx answers to a path which Java's client would refuse to send.
   */
  private static String raw(String path) throws Exception {
    try (Socket socket = new Socket(Shop.uri("/").getHost(), Shop.uri("/").getPort())) {
      socket.setSoTimeout(10_000);
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aForgedCartCookieOpensNothing() throws Exception {
    for (String cookie : List.of("x", "' OR 1=1", "0".repeat(43), "\"", "a".repeat(5000))) {
      HttpResponse<String> response =
          Shop.visitor()
              .send(
                  HttpRequest.newBuilder(Shop.uri("/api/v1/cart"))
                      .header("Cookie", "cart=" + cookie));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(Shop.json(response).getInt("count")).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,/api/v1/products,405",
    "PUT,/api/v1/cart,405",
    "DELETE,/product/aster-2-trail-running-shoe,405",
    "TRACE,/,405"
  })
  void aMethodThatIsNotTakenIsRefused(String method, String path, int status) throws Exception {
    HttpResponse<String> response =
        Shop.visitor()
            .send(
                HttpRequest.newBuilder(Shop.uri(path))
                    .method(method, HttpRequest.BodyPublishers.noBody()));
    assertThat(response.statusCode()).as(method + " " + path).isEqualTo(status);
    assertHarmless(response);
  }

  private static void assertProblem(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Shop.json(response).keySet())
        .contains("type", "title", "status", "detail", "violations");
    assertHarmless(response);
  }

  private static void assertHarmless(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.uri().toString()).isLessThan(500);
    assertThat(response.body())
        .doesNotContain("<script>alert(1)", "<img src=x", "Exception", "\tat ", "org.jboss");
    assertThat(response.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("a=b"));
  }
}
