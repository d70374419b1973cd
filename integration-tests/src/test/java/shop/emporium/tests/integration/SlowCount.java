package shop.emporium.tests.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import shop.emporium.ejb.catalog.ListingQuery;

/** Counts products by SQL that spells each condition out, one statement a count. */
final class SlowCount {

  private static final String BRANCH =
      "p.category_id IN (WITH RECURSIVE b(id) AS (SELECT id FROM category WHERE slug = '%s'"
          + " UNION SELECT c.id FROM category c JOIN b ON c.parent_id = b.id) SELECT id FROM b)";

  private final Fixture shop;
  private final ListingQuery query;

  SlowCount(Fixture shop, ListingQuery query) {
    this.shop = shop;
    this.query = query;
  }

  int all() {
    return count("", "true", "true");
  }

  int inCategory(String slug) {
    return count("category", BRANCH.formatted(slug), "true");
  }

  int ofBrand(String slug) {
    return count("brand", "b.slug = '" + slug + "'", "true");
  }

  int rated(int stars) {
    return count("rating", "p.rating_average >= " + stars, "true");
  }

  int inStock() {
    return count("stock", "true", "v.available > 0");
  }

  int onSale() {
    return count("sale", "true", "v.former_minor IS NOT NULL");
  }

  int withOption(String option, String value) {
    return count(option, "true", option(option, Set.of(value)));
  }

  long lowest() {
    return shop.number("SELECT min(v.price_minor)" + from("price", "true", "true"));
  }

  long highest() {
    return shop.number("SELECT max(v.price_minor)" + from("price", "true", "true"));
  }

  private int count(String without, String product, String variant) {
    return (int) shop.number("SELECT count(DISTINCT p.id)" + from(without, product, variant));
  }

  /** All conditions of the query but one, and two more. */
  private String from(String without, String product, String variant) {
    List<String> conditions = new ArrayList<>(List.of("p.visible", product, variant));
    if (query.q() != null) {
      conditions.add(
          "EXISTS (SELECT 1 FROM search_document d WHERE d.product_id = p.id AND d.words @@ search_query('"
              + query.q()
              + "'))");
    }
    if (query.category() != null && !without.equals("category")) {
      conditions.add(BRANCH.formatted(query.category()));
    }
    if (!query.brands().isEmpty() && !without.equals("brand")) {
      conditions.add("b.slug IN (" + quoted(query.brands()) + ")");
    }
    if (query.rating() != null && !without.equals("rating")) {
      conditions.add("p.rating_average >= " + query.rating());
    }
    if (query.minPrice() != null && !without.equals("price")) {
      conditions.add("v.price_minor >= " + query.minPrice().getAmountMinorLong());
    }
    if (query.maxPrice() != null && !without.equals("price")) {
      conditions.add("v.price_minor <= " + query.maxPrice().getAmountMinorLong());
    }
    if (query.inStock() && !without.equals("stock")) {
      conditions.add("v.available > 0");
    }
    if (query.onSale() && !without.equals("sale")) {
      conditions.add("v.former_minor IS NOT NULL");
    }
    query.options().entrySet().stream()
        .filter(entry -> !without.equals(entry.getKey()))
        .forEach(entry -> conditions.add(option(entry.getKey(), entry.getValue())));
    return " FROM product p JOIN brand b ON b.id = p.brand_id JOIN product_variant v ON v.product_id = p.id WHERE "
        + String.join(" AND ", conditions);
  }

  private static String option(String name, Set<String> values) {
    String in = quoted(values);
    return List.of("1", "2", "3").stream()
        .map(
            n ->
                "(lower(v.option%s_name) = '%s' AND lower(v.option%s_value) IN (%s))"
                    .formatted(n, name, n, in))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  private static String quoted(Set<String> values) {
    return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
  }
}
