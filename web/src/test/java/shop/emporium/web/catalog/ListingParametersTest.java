package shop.emporium.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.SortOrder;

class ListingParametersTest {

  /** Each argument is {@code name=value}. */
  private static ListingParameters parse(String... pairs) {
    Map<String, String[]> parameters = new HashMap<>();
    for (String pair : pairs) {
      String[] parts = pair.split("=", 2);
      parameters.merge(
          parts[0],
          new String[] {parts[1]},
          (before, added) -> {
            String[] both = Arrays.copyOf(before, before.length + 1);
            both[before.length] = added[0];
            return both;
          });
    }
    return ListingParameters.parse(parameters, "kitchen", CurrencyUnit.EUR, 24);
  }

  @Test
  void nothingListsEverythingByRelevance() {
    ListingParameters parsed = parse();
    assertThat(parsed.isValid()).isTrue();
    assertThat(parsed.query()).isEqualTo(ListingQuery.first(24, SortOrder.RELEVANCE).in("kitchen"));
  }

  @Test
  void readsAllParameters() {
    ListingParameters parsed =
        parse(
            "q= red  lamp ",
            "brand=pico",
            "brand=corso",
            "minPrice=12.50",
            "maxPrice=150",
            "inStock=true",
            "sale=on",
            "rating=4",
            "sort=-price",
            "page=3",
            "size=48",
            "utm=x");
    assertThat(parsed.violations()).isEmpty();
    ListingQuery query = parsed.query();
    assertThat(query.q()).isEqualTo("red  lamp");
    assertThat(query.brands()).containsExactly("pico", "corso");
    assertThat(query.minPrice()).isEqualTo(Money.parse("EUR 12.50"));
    assertThat(query.maxPrice()).isEqualTo(Money.parse("EUR 150"));
    assertThat(query.inStock()).isTrue();
    assertThat(query.onSale()).isTrue();
    assertThat(query.rating()).isEqualTo(4);
    assertThat(query.sort()).isEqualTo(SortOrder.PRICE_DOWN);
    assertThat(query.page()).isEqualTo(3);
    assertThat(query.size()).isEqualTo(48);
  }

  @Test
  void centsMayStandBehindAComma() {
    assertThat(parse("minPrice=12,5").query().minPrice()).isEqualTo(Money.parse("EUR 12.50"));
    assertThat(parse("maxPrice=1,000").isValid()).isFalse();
    assertThat(parse("maxPrice=1.000,50").isValid()).isFalse();
  }

  @Test
  void emptyFieldsOfAFormCountAsAbsent() {
    ListingParameters parsed =
        parse("q= ", "brand=", "minPrice=", "maxPrice= ", "inStock=", "rating=", "sort=", "page=");
    assertThat(parsed.violations()).isEmpty();
    assertThat(parsed.query().q()).isNull();
  }

  @Test
  void longWordsAreCutWithoutHalvingACharacter() {
    assertThat(parse("q=" + "a".repeat(300)).query().q()).hasSize(200);
    assertThat(parse("q=" + "a".repeat(199) + "📷📷").query().q()).hasSize(199);
    assertThat(parse("q=a\u0000b").query().q()).isEqualTo("a b");
  }

  @ParameterizedTest
  @CsvSource({
    "sort, cheapest",
    "rating, 0",
    "rating, 6",
    "rating, four",
    "page, 0",
    "page, -1",
    "page, 10001",
    "page, 99999999999",
    "page, 1.5",
    "size, 0",
    "size, 101",
    "minPrice, -1",
    "minPrice, 1e3",
    "maxPrice, abc",
    "maxPrice, 1.234",
    "brand, Not A Slug",
    "inStock, maybe",
    "sale, yes",
  })
  void whatIsWrongIsReportedAndLeftOut(String field, String value) {
    ListingParameters parsed = parse(field + "=" + value);
    assertThat(parsed.isValid()).isFalse();
    assertThat(parsed.violations()).hasSize(1);
    assertThat(parsed.violations().get(0).field()).isEqualTo(field);
    assertThat(parsed.violations().get(0).message()).isNotBlank();
    assertThat(parsed.query()).isEqualTo(parse().query());
  }

  @Test
  void aLowestPriceAboveTheHighestCountsForNeither() {
    ListingParameters parsed = parse("minPrice=20", "maxPrice=10", "sale=true");
    assertThat(parsed.violations()).extracting("field").containsExactly("minPrice");
    assertThat(parsed.query().minPrice()).isNull();
    assertThat(parsed.query().maxPrice()).isNull();
    assertThat(parsed.query().onSale()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0"})
  void noIsNo(String no) {
    ListingParameters parsed = parse("inStock=" + no);
    assertThat(parsed.isValid()).isTrue();
    assertThat(parsed.query().inStock()).isFalse();
  }

  @Test
  void tooManyBrandsAreAFault() {
    String[] many = new String[ListingQuery.MAX_BRANDS + 1];
    Arrays.setAll(many, index -> "brand=b" + index);
    ListingParameters parsed = parse(many);
    assertThat(parsed.violations()).hasSize(1);
    assertThat(parsed.query().brands()).hasSize(ListingQuery.MAX_BRANDS);
  }
}
