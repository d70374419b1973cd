package shop.emporium.ejb.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads lists of products, two statements a page: the products with their total, and the brands.
 */
@ApplicationScoped
class ListingQueries {

  private static final int SUGGESTIONS = 8;

  private static final String FROM =
      """
        FROM product p
        JOIN brand b ON b.id = p.brand_id
        JOIN LATERAL (
          SELECT min(price_minor) AS price_minor, min(price_currency) AS currency,
                 max(price_minor) > min(price_minor) AS price_varies,
                 (array_agg(former_minor ORDER BY price_minor, position))[1] AS former_minor,
                 coalesce(sum(available), 0) AS available, bool_or(available BETWEEN 1 AND 3) AS some_low
            FROM product_variant WHERE product_id = p.id
          HAVING count(*) > 0) v ON true
      """;

  private static final String ITEMS =
      """
      SELECT p.slug, p.name, b.name AS brand, v.price_minor, v.currency, v.price_varies, v.former_minor,
             v.available, v.some_low, pic.hash, pic.content_type, pic.alt, p.rating_average, p.rating_count,
             EXISTS (SELECT 1 FROM product_tag t WHERE t.product_id = p.id AND t.tag = 'new') AS fresh,
             %s AS rank, count(*) OVER () AS total
      """
          + FROM
          + """
        LEFT JOIN LATERAL (
          SELECT f.hash, f.content_type, pp.alt
            FROM product_picture pp
            JOIN picture_source s ON s.source = pp.source
            JOIN picture f ON f.hash = s.hash
           WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1) pic ON true
       WHERE %s
       ORDER BY %s
      """;

  private static final String BRANDS =
      "SELECT b.slug, b.name, count(*) AS products "
          + FROM
          + " WHERE %s GROUP BY b.slug, b.name ORDER BY b.name LIMIT 100";

  private static final String RANK =
      "ts_rank(p.search, websearch_to_tsquery('english', plain_text(:q)))";

  @PersistenceContext private EntityManager entityManager;

  ProductPage page(ListingQuery query) {
    ProductPage found = items(query);
    ListingFilter filter = ListingFilter.withoutBrands(query);
    Query brands = entityManager.createNativeQuery(BRANDS.formatted(filter.sql()), Tuple.class);
    List<BrandFacet> facets =
        Results.of(filter.bind(brands)).stream()
            .map(Row::new)
            .map(row -> new BrandFacet(row.text("slug"), row.text("name"), row.number("products")))
            .toList();
    return new ProductPage(found.items(), found.page(), found.size(), found.total(), facets);
  }

  /** The products of a page without the brands: one statement. */
  ProductPage items(ListingQuery query) {
    ListingFilter filter = ListingFilter.of(query);
    String rank = query.q() == null ? "0" : RANK;
    String sql = ITEMS.formatted(rank, filter.sql(), query.sort().sql());
    Query items = filter.bind(entityManager.createNativeQuery(sql, Tuple.class));
    List<Tuple> rows = Results.of(items.setFirstResult(query.offset()).setMaxResults(query.size()));
    int total = rows.isEmpty() ? 0 : new Row(rows.get(0)).number("total");
    return new ProductPage(
        rows.stream().map(ListingQueries::summary).toList(),
        query.page(),
        query.size(),
        total,
        List.of());
  }

  /** Products with words that begin with each of the typed ones. */
  List<ProductSummary> beginning(String typed) {
    String expression =
        Arrays.stream(typed.split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .limit(10)
            .map(word -> word + ":*")
            .collect(Collectors.joining(" & "));
    if (expression.isEmpty()) {
      return List.of();
    }
    ListingFilter filter = ListingFilter.matching(expression);
    String rank = "ts_rank(p.search, to_tsquery('english', :expression))";
    Query query =
        filter.bind(
            entityManager.createNativeQuery(
                ITEMS.formatted(rank, filter.sql(), SortOrder.RELEVANCE.sql()), Tuple.class));
    return Results.of(query.setMaxResults(SUGGESTIONS)).stream()
        .map(ListingQueries::summary)
        .toList();
  }

  private static ProductSummary summary(Tuple tuple) {
    Row row = new Row(tuple);
    return new ProductSummary(
        row.text("slug"),
        row.text("name"),
        row.text("brand"),
        row.money("price_minor", "currency"),
        row.flag("price_varies"),
        row.money("former_minor", "currency"),
        row.number("available"),
        row.flag("some_low"),
        Picture.of(row.text("hash"), row.text("content_type"), row.text("alt")),
        row.decimal("rating_average"),
        row.number("rating_count"),
        row.flag("fresh"));
  }
}
