package shop.emporium.ejb.wishlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.ejb.catalog.FirstPicture;

/**
 * Finds and keeps wishes, in sets. Who changes them has locked the customer, and knows that the
 * list is the customer's.
 */
@ApplicationScoped
class WishRepository {

  private static final String OF_LIST =
      """
      SELECT v.sku, p.slug, p.name, concat_ws(', ', v.option1_value, v.option2_value, v.option3_value) AS options,
             v.price_minor, v.price_currency, v.former_minor, w.price_minor AS then_minor, w.price_currency AS then_currency,
             CASE WHEN p.visible THEN v.available ELSE 0 END AS available, p.visible,
             CAST(extract(epoch FROM w.added_at) * 1000 AS bigint) AS added_millis,
      """
          + FirstPicture.FILE
          + """
       AS picture
        FROM wish w
        JOIN product_variant v ON v.id = w.variant_id
        JOIN product p ON p.id = v.product_id
       WHERE w.wishlist_id = :list
       ORDER BY w.added_at DESC, w.id DESC
      """;

  private static final String ADD =
      """
      INSERT INTO wish (wishlist_id, variant_id, price_minor, price_currency)
      SELECT :list, v.id, v.price_minor, v.price_currency
        FROM product_variant v JOIN product p ON p.id = v.product_id
       WHERE v.sku = :sku AND p.visible
      ON CONFLICT DO NOTHING
      """;

  private static final String MOVE =
      """
      INSERT INTO wish (wishlist_id, variant_id, added_at, price_minor, price_currency)
      SELECT :target, w.variant_id, w.added_at, w.price_minor, w.price_currency
        FROM wish w JOIN product_variant v ON v.id = w.variant_id
       WHERE w.wishlist_id = :list AND v.sku = :sku
      ON CONFLICT DO NOTHING
      """;

  private static final String WISHED =
      """
      SELECT v.sku, p.slug
        FROM wishlist l
        JOIN wish w ON w.wishlist_id = l.id
        JOIN product_variant v ON v.id = w.variant_id
        JOIN product p ON p.id = v.product_id
       WHERE l.customer_id = :customer
       ORDER BY w.id DESC LIMIT :most
      """;

  private static final String REMOVE_PRODUCT =
      """
      DELETE FROM wish w USING wishlist l, product_variant v, product p
       WHERE l.id = w.wishlist_id AND v.id = w.variant_id AND p.id = v.product_id
         AND l.customer_id = :customer AND p.slug = :slug
      RETURNING l.id, v.sku
      """;

  private static final String REMOVE_SKU =
      """
      DELETE FROM wish w USING wishlist l, product_variant v
       WHERE l.id = w.wishlist_id AND v.id = w.variant_id AND l.customer_id = :customer AND v.sku = :sku
      RETURNING l.id, v.sku
      """;

  private static final String ON_SALE =
      "SELECT v.id FROM product_variant v JOIN product p ON p.id = v.product_id"
          + " WHERE v.sku = :sku AND p.visible";

  @PersistenceContext private EntityManager entityManager;

  /** What is in a list, the newest first. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<WishView> list(long list) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(OF_LIST, Tuple.class)
            .setParameter("list", list)
            .getResultList();
    return rows.stream().map(WishRepository::wish).toList();
  }

  private static WishView wish(Tuple row) {
    return new WishView(
        (String) row.get("sku"),
        (String) row.get("slug"),
        (String) row.get("name"),
        (String) row.get("options"),
        (String) row.get("picture"),
        money(row.get("price_minor"), row.get("price_currency")),
        money(row.get("former_minor"), row.get("price_currency")),
        money(row.get("then_minor"), row.get("then_currency")),
        ((Number) row.get("available")).intValue(),
        (Boolean) row.get("visible"),
        Instant.ofEpochMilli(((Number) row.get("added_millis")).longValue()));
  }

  private static Money money(Object minor, Object currency) {
    return minor == null
        ? null
        : Money.ofMinor(CurrencyUnit.of((String) currency), ((Number) minor).longValue());
  }

  /** Whether shoppers can see this article, in stock or not. */
  boolean isSold(String sku) {
    return !entityManager
        .createNativeQuery(ON_SALE)
        .setParameter("sku", sku)
        .getResultList()
        .isEmpty();
  }

  /** Adds a wish unless the list holds it; returns whether it is new. */
  boolean add(long list, String sku) {
    return entityManager
            .createNativeQuery(ADD)
            .setParameter("list", list)
            .setParameter("sku", sku)
            .executeUpdate()
        > 0;
  }

  boolean holds(long list, String sku) {
    return !entityManager
        .createNativeQuery(
            "SELECT w.id FROM wish w JOIN product_variant v ON v.id = w.variant_id"
                + " WHERE w.wishlist_id = :list AND v.sku = :sku")
        .setParameter("list", list)
        .setParameter("sku", sku)
        .getResultList()
        .isEmpty();
  }

  boolean remove(long list, String sku) {
    return entityManager
            .createNativeQuery(
                "DELETE FROM wish w USING product_variant v"
                    + " WHERE v.id = w.variant_id AND w.wishlist_id = :list AND v.sku = :sku")
            .setParameter("list", list)
            .setParameter("sku", sku)
            .executeUpdate()
        > 0;
  }

  /** Has a wish stand in another list, as old as it is; one that stands there stays as it is. */
  void move(long list, String sku, long target) {
    entityManager
        .createNativeQuery(MOVE)
        .setParameter("list", list)
        .setParameter("sku", sku)
        .setParameter("target", target)
        .executeUpdate();
    remove(list, sku);
  }

  /** Takes every variant of a product out of all lists of a customer; returns where they were. */
  List<WishPlace> removeProduct(long customer, String slug) {
    return places(REMOVE_PRODUCT, customer, "slug", slug);
  }

  /** Takes a variant out of all lists of a customer; returns where it was. */
  List<WishPlace> removeEverywhere(long customer, String sku) {
    return places(REMOVE_SKU, customer, "sku", sku);
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private List<WishPlace> places(String sql, long customer, String name, String value) {
    List<Object[]> rows =
        entityManager
            .createNativeQuery(sql)
            .setParameter("customer", customer)
            .setParameter(name, value)
            .getResultList();
    return rows.stream()
        .map(row -> new WishPlace(((Number) row[0]).longValue(), (String) row[1]))
        .toList();
  }

  int count(long list) {
    return ((Number)
            entityManager
                .createNativeQuery("SELECT count(*) FROM wish WHERE wishlist_id = :list")
                .setParameter("list", list)
                .getSingleResult())
        .intValue();
  }

  /** How many different articles a customer wishes for. */
  int countOf(long customer) {
    return ((Number)
            entityManager
                .createNativeQuery(
                    "SELECT count(DISTINCT w.variant_id) FROM wishlist l"
                        + " JOIN wish w ON w.wishlist_id = l.id WHERE l.customer_id = :customer")
                .setParameter("customer", customer)
                .getSingleResult())
        .intValue();
  }

  /** What a customer wishes for, over all lists, at most so many. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Wished wished(long customer, int most) {
    List<Object[]> rows =
        entityManager
            .createNativeQuery(WISHED)
            .setParameter("customer", customer)
            .setParameter("most", most)
            .getResultList();
    return new Wished(
        rows.stream().map(row -> (String) row[0]).distinct().toList(),
        rows.stream().map(row -> (String) row[1]).distinct().toList());
  }
}
