package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What everybody may see alike: no session, no cookie, cached for a second, compressed, and guarded
 * by headers.
 */
@Tag("cluster")
class PublicPagesClusterIT {

  private static final Pattern ASSET =
      Pattern.compile("(?:href|src)=\"(/(?:assets|media)/[^\"#]+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/category/outdoor-sport",
        "/search?q=shoe",
        "/product/aster-2-trail-running-shoe",
        "/help",
        "/help?q=money",
        "/api/v1/products",
        "/api/v1/categories",
        "/api/v1/suggest?q=sh"
      })
  void aNodeItselfMakesNoSessionAndSetsNoCookie(String path) throws Exception {
    Shop.Visitor visitor = Shop.visitor();
    HttpResponse<String> response = visitor.get(Shop.uri(Shop.NODE1, path));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(response.headers().firstValue("Cache-Control"))
        .contains("public, max-age=0, s-maxage=1, stale-while-revalidate=1");
    assertThat(visitor.hasCookies()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/category/outdoor-sport", "/product/aster-2-trail-running-shoe"})
  void aPageIsTheSameForSomebodyWithACart(String path) throws Exception {
    Shop.Visitor stranger = Shop.visitor();
    Shop.Visitor shopper = Shop.visitor();
    shopper.post("/api/v1/cart/lines", "{\"sku\":\"" + firstSku() + "\",\"quantity\":1}");
    assertThat(shopper.hasCookies()).isTrue();
    assertThat(shopper.get(Shop.uri(Shop.NODE2, path)).body())
        .isEqualTo(stranger.get(Shop.uri(Shop.NODE2, path)).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/category/outdoor-sport",
        "/search?q=shoe",
        "/product/aster-2-trail-running-shoe",
        "/help"
      })
  void aPageThatHasNotChangedIsNotSentAgain(String path) throws Exception {
    // What another test changed a moment ago may not have come to every node yet.
    for (String node : Shop.NODES) {
      URI address = Shop.uri(node, path);
      // A node's own address is another shop's, so that it has its own versions.
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                HttpResponse<String> again =
                    askAgain(address, version(Shop.visitor().get(address)));
                assertThat(again.statusCode()).as(node).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(again.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("s-maxage=1");
              });
      assertThat(askAgain(address, "\"another\"").statusCode()).isEqualTo(200);
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              String version = version(Shop.visitor().get(path));
              assertThat(askAgain(Shop.uri(path), version).statusCode()).isEqualTo(304);
              assertThat(version(Shop.visitor().get("/de" + path))).isNotEqualTo(version);
            });
  }

  @Test
  void aChangeMakesAnotherVersion() throws Exception {
    String path = "/product/aster-2-trail-running-shoe";
    String price =
        "UPDATE product_variant SET price_minor = price_minor %s 1 WHERE product_id ="
            + " (SELECT id FROM product WHERE slug = 'aster-2-trail-running-shoe')";
    String before = version(Shop.visitor().get(path));
    Shop.sql(price.formatted("+"));
    try {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                HttpResponse<String> now = askAgain(Shop.uri(path), before);
                assertThat(now.statusCode()).isEqualTo(200);
                assertThat(version(now)).isNotEqualTo(before);
              });
    } finally {
      Shop.sql(price.formatted("-"));
    }
  }

  private static HttpResponse<String> askAgain(URI address, String version) throws Exception {
    return Shop.visitor().send(HttpRequest.newBuilder(address).header("If-None-Match", version));
  }

  private static String version(HttpResponse<String> page) {
    return page.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void aPageThatIsSentAFormIsMadeOnce() throws Exception {
    HttpRequest.Builder form =
        HttpRequest.newBuilder(Shop.uri(Shop.NODE1, "/help"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("jakarta.faces.ViewState=stateless"));
    String page = Shop.visitor().send(form).body();
    assertThat(page.split("<header", -1)).hasSize(2);
    assertThat(page.split("site-footer__cols", -1)).hasSize(2);
  }

  @Test
  void headersGuardEveryPage() throws Exception {
    for (String path : new String[] {"/", "/cart", "/nowhere", "/api/v1/me"}) {
      HttpResponse<String> response = Shop.visitor().get(path);
      assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'")
          .doesNotContain("unsafe");
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
      assertThat(response.headers().allValues("Cache-Control").size()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void everyAssetAndPictureOfAPageIsKeptForEver() throws Exception {
    String page = Shop.visitor().get("/product/aster-2-trail-running-shoe").body();
    Matcher assets = ASSET.matcher(page);
    int found = 0;
    while (assets.find()) {
      HttpResponse<String> asset = Shop.visitor().get(assets.group(1));
      assertThat(asset.statusCode()).as(assets.group(1)).isEqualTo(200);
      assertThat(asset.headers().firstValue("Cache-Control").orElseThrow())
          .as(assets.group(1))
          .contains("max-age=31536000", "immutable");
      if (assets.group(1).startsWith("/assets/")) {
        assertThat(asset.headers().firstValue("X-Served-By"))
            .as("served by nginx: " + assets.group(1))
            .isEmpty();
        assertThat(Shop.visitor().get(Shop.uri(Shop.NODE1, assets.group(1))).body())
            .isEqualTo(asset.body());
      }
      found++;
    }
    assertThat(found).isGreaterThan(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br"})
  void pagesComeCompressed(String encoding) throws Exception {
    HttpResponse<String> response =
        Shop.visitor()
            .send(HttpRequest.newBuilder(Shop.uri("/")).header("Accept-Encoding", encoding));
    assertThat(response.headers().firstValue("Content-Encoding")).contains(encoding);
  }

  @Test
  void theInterfaceIsDescribed() throws Exception {
    HttpResponse<String> openapi = Shop.visitor().get("/api/v1/openapi?format=JSON");
    assertThat(openapi.statusCode()).isEqualTo(200);
    assertThat(Shop.json(openapi).getJsonObject("paths").keySet())
        .contains("/api/v1/products", "/api/v1/products/{slug}", "/api/v1/cart/lines", "/api/v1/me")
        .contains("/api/v1/customers", "/api/v1/session", "/api/v1/me/profile")
        .contains("/api/v1/me/addresses/{id}", "/api/v1/me/sign-ins/{id}", "/api/v1/password/reset")
        .noneMatch(path -> path.contains("import") || path.contains("pictures"))
        .noneMatch(path -> path.contains("demo") && !path.startsWith("/api/v1/payments/"));
    assertThat(Shop.visitor().get("/api/v1/docs").body()).contains("swagger-ui-bundle.js");
  }

  @Test
  void theOperatorsInterfaceIsClosed() throws Exception {
    assertThat(Shop.visitor().post("/internal/import", "").statusCode()).isEqualTo(404);
    for (URI accounts :
        List.of(Shop.uri("/internal/demo-accounts"), Shop.uri("/api/v1/demo-accounts"))) {
      assertThat(Shop.visitor().call("PUT", accounts, "{}").statusCode()).isEqualTo(404);
    }
    assertThat(
            Shop.visitor()
                .call("PUT", Shop.uri(Shop.NODE1, "/internal/demo-accounts"), "{}")
                .statusCode())
        .isEqualTo(401);
    HttpRequest.Builder unauthorised =
        HttpRequest.newBuilder(Shop.uri(Shop.NODE1, "/internal/import"))
            .POST(HttpRequest.BodyPublishers.ofString("Handle"));
    assertThat(Shop.visitor().send(unauthorised).statusCode()).isEqualTo(401);
    assertThat(Shop.visitor().post("/api/v1/import", "").statusCode()).isEqualTo(404);
  }

  private static String firstSku() throws Exception {
    return Shop.json(Shop.visitor().get("/api/v1/products/court-pro-basketball"))
        .getJsonArray("variants")
        .getJsonObject(0)
        .getString("sku");
  }
}
