package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.ejb.catalog.BrandFacet;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.Facets.OptionFacet;
import shop.emporium.ejb.catalog.Facets.RatingFacet;
import shop.emporium.ejb.catalog.Facets.ValueFacet;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.ProductPage;
import shop.emporium.ejb.catalog.SortOrder;

/**
 * A property: whatever filters are combined, every count beside a filter is what SQL counts the
 * slow way. Products and filters are generated; the seed stands in the message of a failure.
 */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class FacetCountsIT {

  private static final int PRODUCTS = 250;
  private static final int QUERIES = 120;
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final List<String> CATEGORIES =
      List.of("Kitchen", "Fashion > Shoes", "Fashion > Coats", "Fashion", "Outdoor > Tents");
  private static final List<String> CATEGORY_SLUGS =
      List.of("kitchen", "shoes", "coats", "fashion", "tents", "outdoor");
  private static final List<String> BRANDS = List.of("Kestrel", "Fjellby", "Harbour", "Brava");
  private static final List<String> COLOURS = List.of("Red", "Green", "Blue", "Ink");
  private static final List<String> SIZES = List.of("S", "M", "L");
  private static final List<String> NOUNS = List.of("lamp", "shoe", "tent", "teapot");

  @Inject private CatalogService catalog;
  @Inject private Fixture shop;

  @Test
  void areWhatTheDatabaseCountsUnderEveryCombination() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    stock(random);
    for (int i = 0; i < QUERIES; i++) {
      check(query(random), "seed " + seed + ", query " + i + ": ");
    }
  }

  private void stock(Random random) {
    StringBuilder file =
        new StringBuilder(
            "Handle,Title,Vendor,Product Category,Option1 Name,Option1 Value,Option2 Name,Option2 Value,"
                + "Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price\n");
    for (int p = 0; p < PRODUCTS; p++) {
      int variants = 1 + random.nextInt(4);
      for (int v = 0; v < variants; v++) {
        int price = 500 + random.nextInt(20) * 500;
        file.append("p").append(p).append(',');
        file.append(v == 0 ? "Fine " + any(NOUNS, random) : "").append(',');
        file.append(v == 0 ? any(BRANDS, random) : "").append(',');
        file.append(v == 0 ? any(CATEGORIES, random) : "").append(',');
        file.append(random.nextInt(5) == 0 ? "Colour,," : "Colour," + any(COLOURS, random) + ',');
        file.append("Size,").append(any(SIZES, random)).append(',');
        file.append("S-").append(p).append('-').append(v).append(',');
        file.append(random.nextInt(3) == 0 ? 0 : random.nextInt(9)).append(',');
        file.append(price / 100).append(".00,");
        file.append(random.nextInt(3) == 0 ? (price + 1000) / 100 + ".00" : "").append('\n');
      }
    }
    shop.execute("TRUNCATE cart, product, brand, category CASCADE");
    assertEquals(List.of(), shop.importFile(file.toString()).getIssues());
    shop.execute(
        "UPDATE product SET rating_count = 3, rating_average = round((random() * 5)::numeric, 1) WHERE random() < 0.8");
  }

  private static ListingQuery query(Random random) {
    Set<String> brands =
        random.nextInt(3) > 0
            ? Set.of()
            : Set.of(any(BRANDS, random).toLowerCase(Locale.ROOT), "nobody");
    Map<String, Set<String>> options = new TreeMap<>();
    if (random.nextInt(3) == 0) {
      options.put("colour", Set.of(slug(any(COLOURS, random)), "none"));
    }
    if (random.nextInt(3) == 0) {
      options.put("size", Set.of(slug(any(SIZES, random))));
    }
    int least = random.nextInt(20) * 500;
    return new ListingQuery(
        random.nextInt(4) == 0 ? any(NOUNS, random) : null,
        random.nextInt(2) == 0 ? any(CATEGORY_SLUGS, random) : null,
        brands,
        random.nextInt(3) == 0 ? Money.ofMinor(EUR, least) : null,
        random.nextInt(3) == 0 ? Money.ofMinor(EUR, least + random.nextInt(10) * 500) : null,
        random.nextInt(3) == 0,
        random.nextInt(3) == 0,
        random.nextInt(4) == 0 ? 1 + random.nextInt(5) : null,
        options,
        any(List.of(SortOrder.values()), random),
        1,
        100);
  }

  private void check(ListingQuery query, String seed) {
    ProductPage page = catalog.list(query);
    String about = seed + query;
    SlowCount slow = new SlowCount(shop, query);
    assertEquals(slow.all(), page.total(), about);
    assertEquals(Math.min(100, page.total()), page.items().size(), about);
    for (CategoryNode category : flat(catalog.categories(Locale.ENGLISH))) {
      assertEquals(
          slow.inCategory(category.slug()),
          page.facets().categories().getOrDefault(category.slug(), 0),
          about + category.slug());
    }
    for (String brand : BRANDS) {
      assertEquals(slow.ofBrand(slug(brand)), count(page, slug(brand)), about + brand);
    }
    for (RatingFacet rating : page.facets().ratings()) {
      assertEquals(slow.rated(rating.stars()), rating.count(), about + rating);
    }
    assertEquals(slow.inStock(), page.facets().inStock(), about + "in stock");
    assertEquals(slow.onSale(), page.facets().onSale(), about + "on sale");
    checkOption(slow, page, "colour", COLOURS, about);
    checkOption(slow, page, "size", SIZES, about);
    if (page.facets().lowest() != null) {
      assertEquals(slow.lowest(), page.facets().lowest().getAmountMinorLong(), about);
      assertEquals(slow.highest(), page.facets().highest().getAmountMinorLong(), about);
    }
  }

  private static void checkOption(
      SlowCount slow, ProductPage page, String option, List<String> values, String about) {
    Map<String, Integer> counts = new TreeMap<>();
    page.facets().options().stream()
        .filter(facet -> facet.slug().equals(option))
        .map(OptionFacet::values)
        .flatMap(List::stream)
        .forEach((ValueFacet value) -> counts.put(value.slug(), value.count()));
    for (String value : values) {
      assertEquals(
          slow.withOption(option, slug(value)),
          counts.getOrDefault(slug(value), 0),
          about + option + value);
    }
  }

  private static int count(ProductPage page, String brand) {
    return page.facets().brands().stream()
        .filter(facet -> facet.slug().equals(brand))
        .mapToInt(BrandFacet::count)
        .sum();
  }

  private static List<CategoryNode> flat(List<CategoryNode> nodes) {
    List<CategoryNode> all = new ArrayList<>(nodes);
    nodes.forEach(node -> all.addAll(flat(node.children())));
    return all;
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
