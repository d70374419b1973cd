package shop.emporium.ejb.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what cards show of products, one statement for all that this node does not remember. */
@ApplicationScoped
class CardQueries {

  private static final String CARDS =
      """
      SELECT p.id, p.slug, p.name, b.name AS brand, v.price_minor, v.currency, v.price_varies, v.former_minor,
             v.available, v.some_low, pic.hash, pic.content_type, pic.alt, pic.width, pic.height, p.shown_rating, p.shown_ratings,
             EXISTS (SELECT 1 FROM product_tag t WHERE t.product_id = p.id AND t.tag = 'new') AS fresh
        FROM product p
        JOIN brand b ON b.id = p.brand_id
        JOIN LATERAL (
          SELECT min(price_minor) AS price_minor, min(price_currency) AS currency,
                 max(price_minor) > min(price_minor) AS price_varies,
                 (array_agg(former_minor ORDER BY price_minor, position))[1] AS former_minor,
                 coalesce(sum(available), 0) AS available, bool_or(available BETWEEN 1 AND 3) AS some_low
            FROM product_variant WHERE product_id = p.id
          HAVING count(*) > 0) v ON true
        LEFT JOIN LATERAL (
          SELECT f.hash, f.content_type, pp.alt, f.width, f.height
            FROM product_picture pp
            JOIN picture_source s ON s.source = pp.source
            JOIN picture f ON f.hash = s.hash
           WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1) pic ON true
       WHERE p.visible AND p.id IN (:ids)
      """;

  @PersistenceContext private EntityManager entityManager;
  @Inject private CatalogueCache cache;

  /** The cards of these products, in this order; those that are shown no more are left out. */
  List<ProductSummary> cards(List<Long> ids) {
    Map<Long, ProductSummary> found = new HashMap<>(cache.cards(ids));
    List<Long> missing = ids.stream().filter(id -> !found.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      long since = cache.changes();
      Map<Long, ProductSummary> read = read(missing);
      cache.keepCards(read, since);
      found.putAll(read);
    }
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private Map<Long, ProductSummary> read(Collection<Long> ids) {
    Map<Long, ProductSummary> cards = new HashMap<>();
    for (Tuple tuple :
        Results.of(entityManager.createNativeQuery(CARDS, Tuple.class).setParameter("ids", ids))) {
      Row row = new Row(tuple);
      cards.put(row.id("id"), summary(row));
    }
    return cards;
  }

  private static ProductSummary summary(Row row) {
    return new ProductSummary(
        row.text("slug"),
        row.text("name"),
        row.text("brand"),
        row.money("price_minor", "currency"),
        row.flag("price_varies"),
        row.money("former_minor", "currency"),
        row.number("available"),
        row.flag("some_low"),
        Picture.of(
            row.text("hash"),
            row.text("content_type"),
            row.text("alt"),
            row.numberOrZero("width"),
            row.numberOrZero("height")),
        row.decimal("shown_rating"),
        row.number("shown_ratings"),
        row.flag("fresh"));
  }
}
