package shop.emporium.web.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;
import org.joda.money.Money;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.SortOrder;
import shop.emporium.web.shared.Format;

/** Writes the address of a listing: always the same order of parameters, none that says nothing. */
final class ListingAddress {

  private ListingAddress() {}

  static String of(String path, ListingQuery query) {
    StringJoiner address = new StringJoiner("&", path + "?", "").setEmptyValue(path);
    add(address, "q", query.q());
    query.brands().forEach(brand -> add(address, "brand", brand));
    add(address, "minPrice", Format.amount(query.minPrice()));
    add(address, "maxPrice", Format.amount(query.maxPrice()));
    add(address, "inStock", query.inStock() ? "true" : null);
    add(address, "sale", query.onSale() ? "true" : null);
    add(address, "rating", query.rating() == null ? null : query.rating().toString());
    add(address, "sort", query.sort() == SortOrder.RELEVANCE ? null : query.sort().code());
    add(address, "page", query.page() == 1 ? null : Integer.toString(query.page()));
    return address.toString();
  }

  private static void add(StringJoiner address, String name, String value) {
    if (value != null && !value.isEmpty()) {
      address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  static ListingQuery onPage(ListingQuery query, int page) {
    return change(
        query,
        query.brands(),
        query.minPrice(),
        query.maxPrice(),
        query.inStock(),
        query.onSale(),
        query.rating(),
        page);
  }

  static ListingQuery withoutBrand(ListingQuery query, String brand) {
    Set<String> brands = new LinkedHashSet<>(query.brands());
    brands.remove(brand);
    return change(
        query,
        brands,
        query.minPrice(),
        query.maxPrice(),
        query.inStock(),
        query.onSale(),
        query.rating(),
        1);
  }

  static ListingQuery withoutLeast(ListingQuery query) {
    return change(
        query,
        query.brands(),
        null,
        query.maxPrice(),
        query.inStock(),
        query.onSale(),
        query.rating(),
        1);
  }

  static ListingQuery withoutMost(ListingQuery query) {
    return change(
        query,
        query.brands(),
        query.minPrice(),
        null,
        query.inStock(),
        query.onSale(),
        query.rating(),
        1);
  }

  static ListingQuery withoutInStock(ListingQuery query) {
    return change(
        query,
        query.brands(),
        query.minPrice(),
        query.maxPrice(),
        false,
        query.onSale(),
        query.rating(),
        1);
  }

  static ListingQuery withoutSale(ListingQuery query) {
    return change(
        query,
        query.brands(),
        query.minPrice(),
        query.maxPrice(),
        query.inStock(),
        false,
        query.rating(),
        1);
  }

  static ListingQuery withoutRating(ListingQuery query) {
    return change(
        query,
        query.brands(),
        query.minPrice(),
        query.maxPrice(),
        query.inStock(),
        query.onSale(),
        null,
        1);
  }

  static ListingQuery withoutFilters(ListingQuery query) {
    return change(query, Set.of(), null, null, false, false, null, 1);
  }

  private static ListingQuery change(
      ListingQuery query,
      Set<String> brands,
      Money least,
      Money most,
      boolean inStock,
      boolean onSale,
      Integer rating,
      int page) {
    return new ListingQuery(
        query.q(),
        query.category(),
        brands,
        least,
        most,
        inStock,
        onSale,
        rating,
        query.sort(),
        page,
        query.size());
  }
}
