package shop.emporium.web.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import shop.emporium.ejb.catalog.BrandFacet;
import shop.emporium.ejb.catalog.Facets.OptionFacet;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.ProductPage;
import shop.emporium.ejb.catalog.SortOrder;

/**
 * A list of products with everything around it: filters in use, ways to take them off, pages.
 *
 * @param base what addresses begin with, such as {@code /de} or nothing
 * @param path address without parameters, such as {@code /category/kitchen}
 * @param query what is listed
 * @param violations parameters that were left out
 * @param result the products
 */
public record Listing(
    String base,
    String path,
    ListingQuery query,
    List<ListingParameters.Violation> violations,
    ProductPage result) {

  private static final int OPEN_OPTIONS = 2;

  /**
   * A filter in use.
   *
   * @param key of the text that names it
   * @param value what that text is filled with
   * @param href the same list without it
   */
  public record Chip(String key, Object value, String href) {}

  /**
   * One step of the page numbers.
   *
   * @param number null for a gap
   */
  public record PageLink(Integer number, String href, boolean current) {}

  /**
   * The address, without a language, under which search engines shall know this list: filters and
   * order do not make another one.
   */
  public String canonical() {
    return query.page() == 1 ? path : path + "?page=" + query.page();
  }

  /** Whether the address asks for a page that does not exist. */
  public boolean beyondEnd() {
    return query.page() > 1 && result.items().isEmpty();
  }

  /** The filters in use. */
  public List<Chip> chips() {
    List<Chip> chips = new ArrayList<>();
    add(chips, query.inStock(), "listing.chip.stock", null, query.withInStock(false));
    add(chips, query.onSale(), "listing.chip.sale", null, query.withOnSale(false));
    add(
        chips,
        query.minPrice() != null,
        "listing.chip.least",
        query.minPrice(),
        query.withPrices(null, query.maxPrice()));
    add(
        chips,
        query.maxPrice() != null,
        "listing.chip.most",
        query.maxPrice(),
        query.withPrices(query.minPrice(), null));
    add(
        chips,
        query.rating() != null,
        "listing.chip.rating",
        query.rating(),
        query.withRating(null));
    for (String brand : query.brands()) {
      add(chips, true, "listing.chip.brand", brandName(brand), without(brand));
    }
    query
        .options()
        .forEach(
            (option, values) ->
                values.forEach(
                    value ->
                        add(
                            chips,
                            true,
                            "listing.chip.brand",
                            valueName(option, value),
                            without(option, value))));
    return chips;
  }

  private String brandName(String slug) {
    return result.facets().brands().stream()
        .filter(facet -> facet.slug().equals(slug))
        .map(BrandFacet::name)
        .findFirst()
        .orElse(slug);
  }

  private String valueName(String option, String slug) {
    return result.facets().options().stream()
        .filter(facet -> facet.slug().equals(option))
        .flatMap(
            facet ->
                facet.values().stream()
                    .filter(value -> value.slug().equals(slug))
                    .map(value -> facet.name() + ": " + value.name()))
        .findFirst()
        .orElse(slug);
  }

  private ListingQuery without(String brand) {
    Set<String> brands = new LinkedHashSet<>(query.brands());
    brands.remove(brand);
    return query.withBrands(brands);
  }

  private ListingQuery without(String option, String value) {
    Map<String, Set<String>> options = new LinkedHashMap<>(query.options());
    Set<String> values = new LinkedHashSet<>(options.get(option));
    values.remove(value);
    if (values.isEmpty()) {
      options.remove(option);
    } else {
      options.put(option, values);
    }
    return query.withOptions(options);
  }

  private void add(List<Chip> chips, boolean used, String key, Object value, ListingQuery without) {
    if (used) {
      chips.add(new Chip(key, value, ListingAddress.of(base + path, without)));
    }
  }

  /** The same list without any filter. */
  public String clearHref() {
    return ListingAddress.of(base + path, query.withoutFilters());
  }

  /** Where the form with the filters goes. */
  public String action() {
    return base + path;
  }

  /** What is searched for, in a category. */
  public String hrefIn(String category) {
    return ListingAddress.of(base + "/category/" + category, query.withoutFilters());
  }

  /** Whether neither words nor filters narrow the list down. */
  public boolean plain() {
    return query.q() == null && chips().isEmpty();
  }

  /** Brands and options to tick; the options that matter most here are open. */
  public List<FacetChoices> choices() {
    List<FacetChoices> choices = new ArrayList<>();
    if (!result.facets().brands().isEmpty()) {
      choices.add(FacetChoices.ofBrands(result.facets().brands(), query.brands()));
    }
    for (OptionFacet option : result.facets().options()) {
      Set<String> chosen = query.options().getOrDefault(option.slug(), Set.of());
      boolean open = !chosen.isEmpty() || choices.size() <= OPEN_OPTIONS;
      choices.add(FacetChoices.ofOption(option, chosen, open));
    }
    return choices;
  }

  /** How many products there are in a category under all filters, by its slug. */
  public int countIn(String category) {
    return result.facets().categories().getOrDefault(category, 0);
  }

  /** The orders to choose from. */
  public List<SortOrder> sorts() {
    return List.of(SortOrder.values());
  }

  /** The page before this one, or null. */
  public String previousHref() {
    return query.page() > 1 ? hrefOf(query.page() - 1) : null;
  }

  /** The page after this one, or null. */
  public String nextHref() {
    return query.page() < result.pages() ? hrefOf(query.page() + 1) : null;
  }

  /** First, last and the neighbours of this page, with gaps between. */
  public List<PageLink> pageLinks() {
    int last = result.pages();
    List<PageLink> links = new ArrayList<>();
    int before = 0;
    for (int number :
        IntStream.rangeClosed(1, last)
            .filter(n -> n == 1 || n == last || Math.abs(n - query.page()) <= 1)
            .toArray()) {
      if (number - before > 1) {
        links.add(new PageLink(null, null, false));
      }
      links.add(new PageLink(number, hrefOf(number), number == query.page()));
      before = number;
    }
    return links;
  }

  private String hrefOf(int page) {
    return ListingAddress.of(base + path, query.onPage(page));
  }
}
