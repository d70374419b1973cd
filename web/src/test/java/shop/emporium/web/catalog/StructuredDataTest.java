package shop.emporium.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.Picture;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.ReviewCounts;
import shop.emporium.ejb.catalog.VariantView;

class StructuredDataTest {

  private final StructuredData data =
      new StructuredData("https://shop.example", "https://shop.example/de", Locale.GERMAN);

  @Test
  void aProductOfOneVariantIsOneOffer() {
    JsonObject json = read(data.product(lamp(0, variant("LAMP", "349", 7, "4006381333931"))));
    assertThat(json.getString("@context")).isEqualTo("https://schema.org");
    assertThat(json.getString("@type")).isEqualTo("Product");
    assertThat(json.getString("url")).isEqualTo("https://shop.example/de/product/red-lamp");
    assertThat(json.getString("sku")).isEqualTo("LAMP");
    assertThat(json.getJsonObject("brand").getString("name")).isEqualTo("Tindra");
    assertThat(json.getJsonArray("image").getString(0))
        .isEqualTo("https://shop.example/media/1.webp");
    assertThat(json).doesNotContainKey("aggregateRating");
    JsonObject offer = json.getJsonObject("offers");
    assertThat(offer.getString("@type")).isEqualTo("Offer");
    assertThat(offer.getString("price")).isEqualTo("349.00");
    assertThat(offer.getString("priceCurrency")).isEqualTo("EUR");
    assertThat(offer.getString("availability")).isEqualTo("https://schema.org/InStock");
    assertThat(offer.getString("gtin13")).isEqualTo("4006381333931");
  }

  @Test
  void severalVariantsAreOffersWithinTwoPrices() {
    JsonObject json =
        read(
            data.product(
                lamp(5, variant("A", "96", 0, null), variant("B", "98.5", 2, "2000041001378"))));
    JsonObject offers = json.getJsonObject("offers");
    assertThat(json).doesNotContainKey("sku");
    assertThat(offers.getString("@type")).isEqualTo("AggregateOffer");
    assertThat(offers.getString("lowPrice")).isEqualTo("96.00");
    assertThat(offers.getString("highPrice")).isEqualTo("98.50");
    assertThat(offers.getInt("offerCount")).isEqualTo(2);
    assertThat(offers.getString("availability"))
        .isEqualTo("https://schema.org/LimitedAvailability");
    List<JsonObject> each = offers.getJsonArray("offers").getValuesAs(JsonObject.class);
    assertThat(each.get(0).getString("availability")).isEqualTo("https://schema.org/OutOfStock");
    assertThat(each).noneMatch(offer -> offer.containsKey("gtin13"));
    assertThat(json.getJsonObject("aggregateRating").getString("ratingValue")).isEqualTo("4.80");
    assertThat(json.getJsonObject("aggregateRating").getInt("ratingCount")).isEqualTo(5);
  }

  @Test
  void aManifoldProductNamesNoSingleOffer() {
    VariantView[] variants = new VariantView[31];
    Arrays.setAll(variants, i -> variant("V" + i, "5", 1, null));
    JsonObject offers = read(data.product(lamp(0, variants))).getJsonObject("offers");
    assertThat(offers.getInt("offerCount")).isEqualTo(31);
    assertThat(offers).doesNotContainKey("offers");
  }

  @Test
  void nothingInItCanEndTheElementThatHoldsIt() {
    ProductDetails evil = named("</script><script>alert(1)</script> & co");
    assertThat(data.product(evil)).doesNotContain("<", ">", "&");
    assertThat(read(data.product(evil)).getString("name")).isEqualTo(evil.name());
  }

  @Test
  void breadcrumbsLeadFromTheHomePageToHere() {
    CategoryNode top = new CategoryNode("living", "Wohnen", "", "iris", null, 3, List.of());
    JsonObject json = read(data.breadcrumbs(List.of(top), "Rote Lampe"));
    List<JsonObject> steps = json.getJsonArray("itemListElement").getValuesAs(JsonObject.class);
    assertThat(steps)
        .extracting(step -> step.getInt("position") + " " + step.getString("name"))
        .containsExactly("1 Startseite", "2 Wohnen", "3 Rote Lampe");
    assertThat(steps.get(1).getString("item")).isEqualTo("https://shop.example/de/category/living");
    assertThat(steps.get(2)).doesNotContainKey("item");
  }

  @Test
  void theSiteSaysHowItIsSearched() {
    JsonObject action = read(data.website()).getJsonObject("potentialAction");
    assertThat(action.getJsonObject("target").getString("urlTemplate"))
        .isEqualTo("https://shop.example/de/search?q={search_term_string}");
    assertThat(read(data.organization()).getString("name")).isEqualTo("Emporium");
  }

  @Test
  void anArticleNumberChecksItself() {
    assertThat(StructuredData.isGtin13("4006381333931")).isTrue();
    assertThat(StructuredData.isGtin13("4006381333932")).isFalse();
    assertThat(StructuredData.isGtin13("400638133393")).isFalse();
    assertThat(StructuredData.isGtin13("２２２２２２２２２２２２２")).isFalse();
    assertThat(StructuredData.isGtin13("")).isFalse();
    assertThat(StructuredData.isGtin13(null)).isFalse();
  }

  private static JsonObject read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  @Test
  void tellsHowManyOfTheRatingsAreReviews() {
    ReviewCounts reviews = new ReviewCounts(List.of(0, 0, 0, 1, 2), 3);
    ProductDetails lamp = product("Red Lamp", 5, reviews, List.of(variant("LAMP", "1", 1, null)));
    JsonObject rating = read(data.product(lamp)).getJsonObject("aggregateRating");
    assertThat(rating.getInt("ratingCount")).isEqualTo(5);
    assertThat(rating.getInt("reviewCount")).isEqualTo(3);
  }

  private static VariantView variant(String sku, String price, int available, String barcode) {
    return new VariantView(
        sku, List.of(), Money.parse("EUR " + price), null, available, 100, barcode);
  }

  private static ProductDetails lamp(int ratings, VariantView... variants) {
    return product("Red Lamp", ratings, List.of(variants));
  }

  private static ProductDetails named(String name) {
    return product(name, 0, List.of(variant("LAMP", "1", 1, null)));
  }

  private static ProductDetails product(String name, int ratings, List<VariantView> variants) {
    return product(name, ratings, ReviewCounts.NONE, variants);
  }

  private static ProductDetails product(
      String name, int ratings, ReviewCounts reviews, List<VariantView> variants) {
    return new ProductDetails(
        "red-lamp",
        name,
        "Tindra",
        "tindra",
        "living",
        "<p>Glows</p>",
        null,
        "Glows in the dark.",
        new BigDecimal("4.80"),
        ratings,
        reviews,
        false,
        List.of(new Picture("1.webp", "", 0, 0)),
        List.of(),
        variants,
        List.of());
  }
}
