package shop.emporium.web.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.ProductPage;
import shop.emporium.ejb.catalog.SortOrder;

/**
 * A list of products with everything around it: filters in use, ways to take them off, pages.
 *
 * @param path address without parameters, such as {@code /category/kitchen}
 * @param query what is listed
 * @param violations parameters that were left out
 * @param result the products
 */
public record Listing(
    String path,
    ListingQuery query,
    List<ListingParameters.Violation> violations,
    ProductPage result) {

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

  /** Whether the address asks for a page that does not exist. */
  public boolean beyondEnd() {
    return query.page() > 1 && result.items().isEmpty();
  }

  /** The filters in use. */
  public List<Chip> chips() {
    List<Chip> chips = new ArrayList<>();
    add(chips, query.inStock(), "listing.chip.stock", null, ListingAddress.withoutInStock(query));
    add(chips, query.onSale(), "listing.chip.sale", null, ListingAddress.withoutSale(query));
    add(
        chips,
        query.minPrice() != null,
        "listing.chip.least",
        query.minPrice(),
        ListingAddress.withoutLeast(query));
    add(
        chips,
        query.maxPrice() != null,
        "listing.chip.most",
        query.maxPrice(),
        ListingAddress.withoutMost(query));
    add(
        chips,
        query.rating() != null,
        "listing.chip.rating",
        query.rating(),
        ListingAddress.withoutRating(query));
    for (String brand : query.brands()) {
      String name =
          result.brands().stream()
              .filter(facet -> facet.slug().equals(brand))
              .map(facet -> facet.name())
              .findFirst()
              .orElse(brand);
      add(chips, true, "listing.chip.brand", name, ListingAddress.withoutBrand(query, brand));
    }
    return chips;
  }

  private void add(List<Chip> chips, boolean used, String key, Object value, ListingQuery without) {
    if (used) {
      chips.add(new Chip(key, value, ListingAddress.of(path, without)));
    }
  }

  /** The same list without any filter. */
  public String clearHref() {
    return ListingAddress.of(path, ListingAddress.withoutFilters(query));
  }

  /** This very list, for search engines. */
  public String href() {
    return ListingAddress.of(path, query);
  }

  /** What is searched for, in a category. */
  public String hrefIn(String category) {
    return ListingAddress.of("/category/" + category, ListingAddress.withoutFilters(query));
  }

  /** Whether neither words nor filters narrow the list down. */
  public boolean plain() {
    return query.q() == null && chips().isEmpty();
  }

  public boolean brandChosen(String slug) {
    return query.brands().contains(slug);
  }

  /**
   * The orders to choose from. That by rating is offered only to who has asked for it: until
   * products are rated it orders nothing.
   */
  public List<SortOrder> sorts() {
    return Arrays.stream(SortOrder.values())
        .filter(order -> order != SortOrder.RATING || query.sort() == SortOrder.RATING)
        .toList();
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
    return ListingAddress.of(path, ListingAddress.onPage(query, page));
  }
}
