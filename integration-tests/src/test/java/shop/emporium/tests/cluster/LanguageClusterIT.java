package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * German and English: chosen by the address, else by the browser, and never mixed up by a cache.
 */
@Tag("cluster")
class LanguageClusterIT {

  private static final String PRODUCT = "/product/aster-2-trail-running-shoe";

  @ParameterizedTest
  @ValueSource(strings = {"/", "/help", "/cart", "/search?q=shoe", "/nowhere", PRODUCT})
  void thePrefixOfAnAddressOutweighsTheBrowser(String path) throws Exception {
    HttpResponse<String> german = get("/de" + path, "en");
    HttpResponse<String> english = get("/en" + path, "de");
    assertThat(german.body()).contains("lang=\"de\">").contains("Zum Inhalt springen");
    assertThat(english.body()).contains("lang=\"en\">").contains("Skip to content");
    assertThat(german.headers().firstValue("Content-Language")).contains("de");
    assertThat(english.headers().firstValue("Content-Language")).contains("en");
    assertThat(german.headers().allValues("Vary")).doesNotContain("Accept-Language");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de|de",
        "de-AT,de;q=0.9,en;q=0.8|de",
        "fr-FR, fr;q=0.9, de;q=0.8, en;q=0.7|de",
        "en-US,en;q=0.9,de;q=0.8|en",
        "fr,es|en",
        "den,eng|en",
        "*|en",
        ";;,,;de|en"
      })
  void withoutAPrefixTheBrowserChooses(String accepted, String language) throws Exception {
    for (String path : new String[] {"/", "/help", PRODUCT, "/cart"}) {
      HttpResponse<String> response = get(path, accepted);
      assertThat(response.headers().firstValue("Content-Language")).as(path).contains(language);
      assertThat(response.headers().allValues("Vary")).as(path).contains("Accept-Language");
    }
  }

  @Test
  void linksKeepTheLanguageOfTheAddress() throws Exception {
    assertThat(get("/de" + PRODUCT, "en").body())
        .contains("href=\"/de/cart\"", "action=\"/de/search\"", "action=\"/de/cart/add\"")
        .doesNotContain("href=\"/category/", "href=\"/en/category/")
        .contains("href=\"/en" + PRODUCT + "\"");
    assertThat(get(PRODUCT, "de").body()).contains("href=\"/cart\"", "action=\"/cart/add\"");
    assertThat(get("/de/search?q=shoe&sort=price", "en").body())
        .contains("href=\"/en/search?q=shoe&amp;sort=price\"");
  }

  @Test
  void theNakedPrefixIsTheHomePage() throws Exception {
    assertThat(get("/de", "en").body())
        .contains("lang=\"de\">", "<link rel=\"canonical\" href=\"" + Shop.uri("/de/") + "\"");
    assertThat(get("/den", "de").statusCode()).isEqualTo(404);
  }

  @Test
  void formsOfTheCartLeadBackInTheirLanguage() throws Exception {
    Shop.Visitor visitor = Shop.visitor();
    HttpResponse<String> added = visitor.postForm("/de/cart/add", "sku=KST-AST2-EMB-42&quantity=1");
    assertThat(added.statusCode()).isEqualTo(303);
    String cart = added.headers().firstValue("Location").orElseThrow();
    assertThat(cart).startsWith("/de/cart?added=");
    assertThat(visitor.get(cart).body()).contains("liegt in Ihrem Warenkorb", "\u00a0€");
    assertThat(visitor.postForm("/cart/remove", "sku=KST-AST2-EMB-42").headers().map())
        .extractingByKey("location")
        .asString()
        .contains("/cart?removed=")
        .doesNotContain("/de/");
  }

  @Test
  void theInterfaceSpeaksToProgramsInOneLanguage() throws Exception {
    assertThat(get("/api/v1/products/nothing", "de").body())
        .isEqualTo(get("/api/v1/products/nothing", "en").body());
    assertThat(get("/api/v1/categories", "de").headers().allValues("Vary"))
        .doesNotContain("Accept-Language");
  }

  @Test
  void nobodyElseSaysWhatThePrefixIs() throws Exception {
    for (String forged : new String[] {"/de", "//evil.example", "\"><script>"}) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(Shop.uri("/help?forged=" + forged.length()))
              .header("X-Forwarded-Prefix", forged);
      assertThat(Shop.visitor().send(request).body())
          .contains("href=\"/cart\"")
          .doesNotContain("evil.example", "href=\"/de/cart\"");
    }
  }

  @Test
  void whatIsClosedIsClosedUnderAPrefixToo() throws Exception {
    assertThat(get("/de/internal/import", "de").statusCode()).isEqualTo(404);
    assertThat(get("/de/health/ready", "de").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> get(String path, String accepted) throws Exception {
    return Shop.visitor()
        .send(HttpRequest.newBuilder(Shop.uri(path)).header("Accept-Language", accepted));
  }
}
