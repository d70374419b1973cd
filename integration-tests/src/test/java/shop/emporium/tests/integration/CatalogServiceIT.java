package shop.emporium.tests.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.catalog.StockLevel;
import shop.emporium.ejb.catalog.BrandFacet;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.ProductPage;
import shop.emporium.ejb.catalog.ProductSummary;
import shop.emporium.ejb.catalog.SortOrder;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class CatalogServiceIT {

  @Inject private CatalogService catalog;
  @Inject private Fixture shop;

  @BeforeEach
  void stock() {
    shop.stock(
        "shoe,Trail Running Shoe,<p>Grips on wet leaves</p>,Kestrel,Outdoor & sport,new,Size,41,SHOE-41,0,96.00,120.00,active",
        "shoe,,,,,,,42,SHOE-42,2,98.00,,",
        "tent,Ridge Tent,<p>Keeps the rain out</p>,Fjellby,Outdoor & sport,,Title,Default Title,TENT,20,189.00,,active",
        "teapot,Café Teapot,<p>Pours well</p>,Harbour,Kitchen,,Title,Default Title,TEAPOT,7,38.00,45.00,active",
        "drum,Snare Drum,,Brava,Kitchen,,Title,Default Title,DRUM,0,210.00,,active",
        "secret,Secret Shoe,,Kestrel,Outdoor & sport,,Title,Default Title,SECRET,5,1.00,,draft");
  }

  @Test
  void listsWhatIsOnSaleWithTheCheapestPrice() {
    ProductPage page = catalog.list(everything());
    assertEquals(4, page.total());
    ProductSummary shoe =
        page.items().stream().filter(item -> item.slug().equals("shoe")).findFirst().orElseThrow();
    assertEquals(Money.parse("EUR 96.00"), shoe.price());
    assertTrue(shoe.priceVaries());
    assertEquals(20, shoe.discountPercent());
    assertEquals(StockLevel.LOW, shoe.stock());
    assertTrue(shoe.fresh());
  }

  @Test
  void filtersByEachParameter() {
    assertSlugs(
        List.of("shoe", "tent"), query(null, "outdoor-sport", Set.of(), null, null, false, false));
    assertSlugs(List.of("shoe"), query(null, null, Set.of("kestrel"), null, null, false, false));
    assertSlugs(
        List.of("drum", "tent"), query(null, null, Set.of(), "EUR 100", null, false, false));
    assertSlugs(List.of("teapot"), query(null, null, Set.of(), null, "EUR 50", false, false));
    assertSlugs(
        List.of("shoe", "teapot", "tent"), query(null, null, Set.of(), null, null, true, false));
    assertSlugs(List.of("shoe", "teapot"), query(null, null, Set.of(), null, null, false, true));
    assertSlugs(List.of("tent"), query("rain", null, Set.of(), null, null, false, false));
    assertSlugs(List.of("teapot"), query("cafe", null, Set.of(), null, null, false, false));
    assertSlugs(List.of("shoe"), query("kestrel shoes", null, Set.of(), null, null, false, false));
    assertSlugs(List.of("shoe"), query("shoe-42", null, Set.of(), null, null, false, false));
    assertSlugs(List.of(), query("secret", null, Set.of(), null, null, false, false));
  }

  @Test
  void countsBrandsUnderAllOtherFilters() {
    ProductPage page =
        catalog.list(query(null, "outdoor-sport", Set.of("kestrel"), null, null, false, false));
    assertEquals(
        List.of(new BrandFacet("fjellby", "Fjellby", 1), new BrandFacet("kestrel", "Kestrel", 1)),
        page.facets().brands());
  }

  @Test
  void takesAnySearchTextForAText() {
    for (String text :
        List.of(
            "'",
            "\"",
            "%",
            ":*",
            "a & | ! (",
            "\\",
            "😀",
            "<script>",
            "x".repeat(200),
            "--",
            "$$")) {
      assertEquals(List.of(), slugs(query(text, null, Set.of(), null, null, false, false)), text);
      assertEquals(List.of(), suggested(text.substring(0, Math.min(100, text.length()))), text);
    }
    assertEquals(List.of("teapot"), suggested("teap"));
    assertEquals(List.of("teapot"), suggested("teepott"));
    assertEquals(
        List.of("kitchen"),
        catalog.suggest("kit", Locale.ENGLISH).categories().stream()
            .map(CategoryNode::slug)
            .toList());
  }

  @Test
  void refusesAQueryOutOfBounds() {
    ListingQuery tooFar =
        new ListingQuery(
            null,
            null,
            Set.of(),
            null,
            null,
            false,
            false,
            null,
            Map.of(),
            SortOrder.NEWEST,
            0,
            500);
    assertThrows(ConstraintViolationException.class, () -> catalog.list(tooFar));
  }

  @Test
  void sortsByPriceBothWays() {
    assertEquals(List.of("teapot", "shoe", "tent", "drum"), slugs(sorted(SortOrder.PRICE_UP)));
    assertEquals(List.of("drum", "tent", "shoe", "teapot"), slugs(sorted(SortOrder.PRICE_DOWN)));
  }

  @Test
  void showsAProductWithItsVariants() {
    ProductDetails shoe = catalog.product("shoe").orElseThrow();
    assertEquals(2, shoe.variants().size());
    assertEquals("SHOE-42", shoe.preferred().sku());
    assertNull(shoe.variants().get(1).formerPrice());
    assertEquals("SHOE-41", catalog.skuOf("shoe", List.of("41")).orElseThrow());
    assertTrue(catalog.skuOf("shoe", List.of("99")).isEmpty());
    assertTrue(catalog.product("secret").isEmpty());
    assertTrue(catalog.product("' OR 1=1").isEmpty());
  }

  @Test
  void needsTheSameFewStatementsHoweverMuchItShows() {
    ListingQuery search =
        query("teepott", "kitchen", Set.of("harbour"), null, "EUR 90", true, true);
    ProductDetails shoe = catalog.product("shoe").orElseThrow();
    // One of each is the look into the log of changes.
    assertThat(shop.statementsOf(() -> catalog.categories(Locale.ENGLISH))).isBetween(0L, 1L);
    assertThat(shop.statementsOf(() -> catalog.home())).isBetween(3L, 4L);
    assertThat(shop.statementsOf(() -> catalog.list(everything()))).isBetween(1L, 2L);
    assertThat(shop.statementsOf(() -> catalog.list(search))).isBetween(2L, 3L);
    assertThat(shop.statementsOf(() -> catalog.product("shoe"))).isBetween(1L, 2L);
    assertThat(shop.statementsOf(() -> catalog.related(shoe))).isBetween(1L, 2L);
    assertThat(shop.statementsOf(() -> catalog.suggest("sho", Locale.ENGLISH))).isBetween(2L, 3L);
    assertFalse(catalog.related(shoe).isEmpty());
  }

  @Test
  void mendsWhatWasTypedAndSaysSo() {
    ProductPage page = catalog.list(query("runing shoo", null, Set.of(), null, null, false, false));
    assertEquals(List.of("shoe"), page.items().stream().map(ProductSummary::slug).toList());
    assertEquals("running shoe", page.meant());
    ProductPage some = catalog.list(query("shoe teapot", null, Set.of(), null, null, false, false));
    assertEquals(2, some.total());
    assertTrue(some.partly());
  }

  @Test
  void seesEveryChangeAtOnce() {
    assertEquals(
        Money.parse("EUR 189.00"), catalog.product("tent").orElseThrow().variants().get(0).price());
    shop.execute("UPDATE product_variant SET price_minor = 9900, available = 0 WHERE sku = 'TENT'");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertEquals(
                  Money.parse("EUR 99.00"),
                  catalog.product("tent").orElseThrow().variants().get(0).price());
              assertSlugs(
                  List.of("shoe"), query(null, "outdoor-sport", Set.of(), null, null, true, false));
            });
    shop.execute("UPDATE product SET published = false WHERE slug = 'tent'");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertTrue(catalog.product("tent").isEmpty()));
  }

  @Test
  void findsAProductUnderAFormerAddress() {
    shop.execute(
        "INSERT INTO product_former_slug (slug, product_id) SELECT 'old-tent', id FROM product WHERE slug = 'tent'");
    assertEquals("tent", catalog.slugAfter("old-tent").orElseThrow());
    assertTrue(catalog.slugAfter("older-tent").isEmpty());
  }

  private List<String> suggested(String typed) {
    return catalog.suggest(typed, Locale.ENGLISH).products().stream()
        .map(ProductSummary::slug)
        .toList();
  }

  private static ListingQuery everything() {
    return ListingQuery.first(100, SortOrder.NEWEST);
  }

  private static ListingQuery sorted(SortOrder order) {
    return ListingQuery.first(100, order);
  }

  private List<String> slugs(ListingQuery query) {
    return catalog.list(query).items().stream().map(ProductSummary::slug).toList();
  }

  private void assertSlugs(List<String> expected, ListingQuery query) {
    assertEquals(expected, slugs(query).stream().sorted().toList());
  }

  private static ListingQuery query(
      String q,
      String category,
      Set<String> brands,
      String min,
      String max,
      boolean inStock,
      boolean onSale) {
    return new ListingQuery(
        q,
        category,
        brands,
        min == null ? null : Money.parse(min),
        max == null ? null : Money.parse(max),
        inStock,
        onSale,
        null,
        Map.of(),
        SortOrder.RELEVANCE,
        1,
        24);
  }
}
