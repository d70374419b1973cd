package shop.emporium.ejb.catalog;

import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.Map;

/**
 * The conditions of a listing as SQL: fixed fragments only, every value a parameter.
 *
 * <p>The fragments speak of {@code p} (product), {@code b} (brand) and {@code v} (the sums over its
 * variants).
 */
final class ListingFilter {

  private final StringBuilder where = new StringBuilder("p.status = 'ACTIVE'");
  private final Map<String, Object> parameters = new HashMap<>();

  private ListingFilter() {}

  static ListingFilter of(ListingQuery query) {
    ListingFilter filter = withoutBrands(query);
    filter.addIf(!query.brands().isEmpty(), "b.slug IN (:brands)", "brands", query.brands());
    return filter;
  }

  /** All conditions but the brand: what the counts beside the brands go by. */
  static ListingFilter withoutBrands(ListingQuery query) {
    ListingFilter filter = new ListingFilter();
    filter.addIf(
        query.q() != null,
        "p.search @@ websearch_to_tsquery('english', plain_text(:q))",
        "q",
        query.q());
    filter.addIf(
        query.category() != null,
        """
        p.category_id IN (
          WITH RECURSIVE branch(id) AS (
            SELECT id FROM category WHERE slug = :category
            UNION SELECT c.id FROM category c JOIN branch ON c.parent_id = branch.id)
          SELECT id FROM branch)""",
        "category",
        query.category());
    filter.addIf(
        query.minPrice() != null,
        "v.price_minor >= :minPrice",
        "minPrice",
        query.minPrice() == null ? null : query.minPrice().getAmountMinorLong());
    filter.addIf(
        query.maxPrice() != null,
        "v.price_minor <= :maxPrice",
        "maxPrice",
        query.maxPrice() == null ? null : query.maxPrice().getAmountMinorLong());
    filter.addIf(query.rating() != null, "p.rating_average >= :rating", "rating", query.rating());
    if (query.inStock()) {
      filter.where.append(" AND v.available > 0");
    }
    if (query.onSale()) {
      filter.where.append(" AND v.former_minor IS NOT NULL");
    }
    return filter;
  }

  /** A filter of one search expression in PostgreSQL's own form, such as {@code 'head':*}. */
  static ListingFilter matching(String expression) {
    ListingFilter filter = new ListingFilter();
    filter.addIf(true, "p.search @@ to_tsquery('english', :expression)", "expression", expression);
    return filter;
  }

  private void addIf(boolean wanted, String condition, String name, Object value) {
    if (wanted) {
      where.append(" AND ").append(condition);
      parameters.put(name, value);
    }
  }

  String sql() {
    return where.toString();
  }

  Query bind(Query query) {
    parameters.forEach(query::setParameter);
    return query;
  }
}
