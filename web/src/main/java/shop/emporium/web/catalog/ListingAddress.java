package shop.emporium.web.catalog;

import java.util.StringJoiner;
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
    query
        .options()
        .forEach(
            (option, values) ->
                values.forEach(
                    value -> add(address, ListingParameters.OPTION_PREFIX + option, value)));
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
      address.add(name + "=" + Format.encoded(value));
    }
  }
}
