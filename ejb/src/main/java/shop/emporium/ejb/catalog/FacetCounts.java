package shop.emporium.ejb.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.ejb.catalog.Facets.OptionFacet;
import shop.emporium.ejb.catalog.Facets.RatingFacet;
import shop.emporium.ejb.catalog.Facets.ValueFacet;

/** Turns what a scan counted by number into facets by name, the most frequent ones. */
final class FacetCounts {

  private static final int MAX_BRANDS = 30;
  private static final int MAX_OPTIONS = 6;
  private static final int MAX_VALUES = 24;
  private static final int MOST_STARS = 4;

  private final Shelves shelves;
  private final ListingQuery query;
  private final CurrencyUnit currency;

  FacetCounts(Shelves shelves, ListingQuery query, CurrencyUnit currency) {
    this.shelves = shelves;
    this.query = query;
    this.currency = currency;
  }

  Facets of(ListingScan scan) {
    boolean any = scan.highest() >= 0;
    return new Facets(
        shelves.categoryCounts(scan.byCategory()),
        brands(scan.byBrand()),
        any ? Money.ofMinor(currency, scan.lowest()) : null,
        any ? Money.ofMinor(currency, scan.highest()) : null,
        ratings(scan.byStars()),
        scan.inStock(),
        scan.onSale(),
        options(scan.byValue()));
  }

  private List<BrandFacet> brands(int[] counts) {
    return IntStream.range(0, counts.length)
        .filter(number -> counts[number] > 0 || isChosen(number))
        .mapToObj(
            number ->
                new BrandFacet(
                    shelves.brandSlug(number), shelves.brandName(number), counts[number]))
        .sorted(
            Comparator.comparing((BrandFacet brand) -> !query.brands().contains(brand.slug()))
                .thenComparing(Comparator.comparingInt(BrandFacet::count).reversed())
                .thenComparing(BrandFacet::slug))
        .limit(Math.max(MAX_BRANDS, query.brands().size()))
        .sorted(Comparator.comparing(BrandFacet::name).thenComparing(BrandFacet::slug))
        .toList();
  }

  private boolean isChosen(int brand) {
    return query.brands().contains(shelves.brandSlug(brand));
  }

  private static List<RatingFacet> ratings(int[] exactly) {
    List<RatingFacet> facets = new ArrayList<>();
    int count = 0;
    for (int stars = MOST_STARS; stars >= 1; stars--) {
      count += exactly[stars];
      facets.add(new RatingFacet(stars, count));
    }
    return facets;
  }

  private List<OptionFacet> options(int[] counts) {
    OptionDictionary dictionary = shelves.options();
    Map<Integer, List<ValueFacet>> byOption = new HashMap<>();
    for (int number = 1; number < counts.length; number++) {
      OptionDictionary.Value value = dictionary.value(number);
      if (counts[number] > 0 || chosen(value.option()).contains(value.slug())) {
        byOption
            .computeIfAbsent(value.option(), option -> new ArrayList<>())
            .add(new ValueFacet(value.slug(), value.name(), counts[number]));
      }
    }
    return byOption.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Integer, List<ValueFacet>> entry) ->
                        chosen(entry.getKey()).isEmpty())
                .thenComparing(
                    entry -> -entry.getValue().stream().mapToLong(ValueFacet::count).sum())
                .thenComparing(Map.Entry::getKey))
        .limit(Math.max(MAX_OPTIONS, query.options().size()))
        .map(entry -> option(entry.getKey(), entry.getValue()))
        .toList();
  }

  private OptionFacet option(int number, List<ValueFacet> values) {
    OptionDictionary.Option option = shelves.options().option(number);
    Set<String> chosen = chosen(number);
    return new OptionFacet(
        option.slug(),
        option.name(),
        values.stream()
            .sorted(
                Comparator.comparing((ValueFacet value) -> !chosen.contains(value.slug()))
                    .thenComparing(Comparator.comparingInt(ValueFacet::count).reversed())
                    .thenComparing(ValueFacet::slug))
            .limit(Math.max(MAX_VALUES, chosen.size()))
            .sorted(OptionOrder.BY_NAME)
            .toList());
  }

  private Set<String> chosen(int option) {
    return query.options().getOrDefault(shelves.options().option(option).slug(), Set.of());
  }
}
