package shop.emporium.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What search engines read: one address a page, its languages, its data, and lists of all pages.
 */
@Tag("cluster")
class SearchEngineClusterIT {

  private static final String PRODUCT = "/product/aster-2-trail-running-shoe";
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern LOCATION = Pattern.compile("<loc>(.*?)</loc>");

  @ParameterizedTest
  @ValueSource(strings = {"/", "/help", "/category/outdoor-sport", PRODUCT})
  void aPageNamesItsAddressAndItsLanguages(String path) throws Exception {
    assertThat(body("/de" + path))
        .contains(
            "<link rel=\"canonical\" href=\"" + Shop.uri("/de" + path) + "\"",
            "hreflang=\"en\" href=\"" + Shop.uri("/en" + path) + "\"",
            "hreflang=\"de\" href=\"" + Shop.uri("/de" + path) + "\"",
            "hreflang=\"x-default\" href=\"" + Shop.uri("/en" + path) + "\"",
            "<meta property=\"og:locale\" content=\"de_DE\"")
        .doesNotContain("noindex");
    assertThat(body(path)).contains("rel=\"canonical\" href=\"" + Shop.uri("/en" + path) + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search?q=shoe", "/cart", "/nowhere"})
  void whatIsNoPageOfItsOwnAsksNotToBeListed(String path) throws Exception {
    assertThat(body(path)).contains("noindex").doesNotContain("rel=\"canonical\"");
  }

  @Test
  void filtersMakeNoOtherPage() throws Exception {
    assertThat(body("/en/category/outdoor-sport?inStock=true&sort=price"))
        .contains("rel=\"canonical\" href=\"" + Shop.uri("/en/category/outdoor-sport") + "\"");
  }

  @Test
  void aProductIsDescribedForPrograms() throws Exception {
    List<JsonObject> data = data("/en" + PRODUCT);
    JsonObject product = ofType(data, "Product");
    assertThat(product.getString("url")).isEqualTo(Shop.uri("/en" + PRODUCT).toString());
    assertThat(product.getJsonObject("offers").getString("priceCurrency")).isEqualTo("EUR");
    assertThat(product.getJsonObject("offers").getString("lowPrice")).matches("[0-9]+\\.[0-9]{2}");
    String picture = product.getJsonArray("image").getString(0);
    assertThat(Shop.visitor().get(URI.create(picture)).statusCode()).isEqualTo(200);
    assertThat(ofType(data, "BreadcrumbList").getJsonArray("itemListElement"))
        .hasSizeGreaterThan(2);
  }

  @Test
  void listsAndTheShopAreDescribedToo() throws Exception {
    JsonObject list = ofType(data("/de/category/outdoor-sport"), "ItemList");
    assertThat(list.getJsonArray("itemListElement").getJsonObject(0).getString("url"))
        .startsWith(Shop.uri("/de/product/").toString());
    assertThat(ofType(data("/"), "Organization").getString("name")).isEqualTo("Emporium");
    assertThat(ofType(data("/"), "WebSite")).containsKey("potentialAction");
  }

  @Test
  void theSitemapLeadsToEveryProduct() throws Exception {
    assertThat(body("/robots.txt")).contains("Sitemap: " + Shop.uri("/sitemap.xml"));
    List<String> lists = locations(body("/sitemap.xml"));
    assertThat(lists)
        .contains(
            Shop.uri("/sitemaps/pages.xml").toString(),
            Shop.uri("/sitemaps/categories.xml").toString());
    List<String> pages =
        lists.stream()
            .map(URI::create)
            .flatMap(list -> locations(body(list.getPath())).stream())
            .toList();
    assertThat(pages)
        .doesNotHaveDuplicates()
        .contains(
            Shop.uri("/de/").toString(),
            Shop.uri("/en/category/outdoor-sport").toString(),
            Shop.uri("/de" + PRODUCT).toString());
    assertThat(Shop.visitor().get(URI.create(pages.get(pages.size() - 1))).statusCode())
        .isEqualTo(200);
    assertThat(Shop.visitor().get("/sitemaps/products-999999.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressThatAProductHadBeforeLeadsToItsPresentOneForGood() throws Exception {
    Shop.sql(
        "INSERT INTO product_former_slug (slug, product_id) SELECT 'a-former-shoe', id FROM product"
            + " WHERE slug = 'aster-2-trail-running-shoe'");
    try {
      for (String prefix : List.of("", "/de", "/en")) {
        HttpResponse<String> response =
            Shop.visitor().get(Shop.uri(prefix + "/product/a-former-shoe"));
        assertThat(response.statusCode()).as(prefix).isEqualTo(301);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(Shop.uri("/").resolve(location)).isEqualTo(Shop.uri(prefix + PRODUCT));
      }
    } finally {
      Shop.sql("DELETE FROM product_former_slug WHERE slug = 'a-former-shoe'");
    }
  }

  @Test
  void browsersLearnNothingOfHowLongTheCacheKeepsAPage() throws Exception {
    HttpResponse<String> response = Shop.visitor().get("/help");
    assertThat(response.headers().firstValue("X-Accel-Expires")).isEmpty();
    assertThat(response.headers().firstValue("Cache-Control"))
        .contains("public, max-age=0, must-revalidate");
  }

  private static List<JsonObject> data(String path) {
    return DATA.matcher(body(path))
        .results()
        .map(match -> match.group(1))
        .map(SearchEngineClusterIT::read)
        .collect(Collectors.toList());
  }

  private static JsonObject ofType(List<JsonObject> data, String type) {
    return data.stream()
        .filter(json -> json.getString("@type").equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static List<String> locations(String xml) {
    return LOCATION.matcher(xml).results().map((MatchResult match) -> match.group(1)).toList();
  }

  private static String body(String path) {
    try {
      return Shop.visitor().get(path).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
