package shop.emporium.ejb.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;

/** Finds out who bought what, and was sent it. */
@ApplicationScoped
class PurchaseRepository {

  /** Who placed an order: a customer, or the address of a guest, which is kept as its hash only. */
  private static final String GUEST =
      "'guest:' || encode(sha256(convert_to(o.email_key, 'UTF8')), 'hex')";

  private static final String BUYER =
      "CASE WHEN o.customer_id IS NULL THEN " + GUEST + " ELSE 'customer:' || o.customer_id END";

  /**
   * A parcel with it, or all of its order, was once handed over: what came back since was in the
   * hands of its buyer as well.
   */
  private static final String FIND =
      """
      SELECT o.number, l.position, p.id AS product, p.slug, p.name, l.options, o.customer_id, %s AS buyer,
             CASE WHEN o.customer_id IS NULL THEN (SELECT 'customer:' || k.id FROM customer k WHERE k.email_key = o.email_key)
                  ELSE %s END AS same,
             coalesce(c.name, a.name, '') AS person
        FROM product p
        JOIN order_line l ON l.product_id = p.id
        JOIN shop_order o ON o.number = l.order_number
        LEFT JOIN customer c ON c.id = o.customer_id
        LEFT JOIN order_address a ON a.order_number = o.number AND a.kind = 'SHIPPING'
       WHERE p.slug = :slug AND p.visible AND %s AND o.paid_at IS NOT NULL AND o.status <> 'CANCELLED'
         AND (EXISTS (SELECT 1 FROM order_event e WHERE e.order_number = o.number AND e.to_status IN ('SHIPPED', 'DELIVERED'))
              OR EXISTS (SELECT 1 FROM shipment_line s JOIN shipment_event e ON e.shipment_id = s.shipment_id
                          WHERE s.order_number = o.number AND s.position = l.position
                            AND e.to_status IN ('SHIPPED', 'DELIVERED')))
       ORDER BY o.number DESC, l.position LIMIT 1
      """;

  private static final String OF_CUSTOMER = FIND.formatted(BUYER, GUEST, "o.customer_id = :owner");
  private static final String OF_ORDER = FIND.formatted(BUYER, GUEST, "o.number = :owner");

  @PersistenceContext private EntityManager entityManager;

  /** The last purchase of a product by a customer. */
  Optional<Purchase> ofCustomer(long customer, String slug) {
    return find(OF_CUSTOMER, customer, slug);
  }

  /** The purchase of a product with an order. */
  Optional<Purchase> ofOrder(OrderNumber order, String slug) {
    return find(OF_ORDER, order.value(), slug);
  }

  private Optional<Purchase> find(String sql, long owner, String slug) {
    return ReviewRows.of(
            entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("owner", owner)
                .setParameter("slug", slug))
        .stream()
        .findFirst()
        .map(ReviewRows::purchase);
  }

  /** Who placed an order, as reviews name people. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<String> buyerOf(OrderNumber order) {
    List<String> buyers =
        entityManager
            .createNativeQuery("SELECT " + BUYER + " FROM shop_order o WHERE o.number = :number")
            .setParameter("number", order.value())
            .getResultList();
    return buyers.stream().findFirst();
  }

  /**
   * Locks a customer until the transaction ends, so that nobody is erased while writing.
   *
   * @return whether there is such a customer
   */
  boolean lock(long customer) {
    return !entityManager
        .createNativeQuery(
            "SELECT id FROM customer WHERE id = :customer AND erased_at IS NULL FOR NO KEY UPDATE")
        .setParameter("customer", customer)
        .getResultList()
        .isEmpty();
  }
}
