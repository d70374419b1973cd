package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import shop.emporium.domain.order.OrderNumber;

/** Shows and forgets whose orders these are. */
@ApplicationScoped
class OrderPrivacyRepository {

  private static final String EXPORT =
      """
      SELECT CAST(coalesce(json_agg(json_build_object(
          'number', 'EM-' || o.number, 'status', lower(o.status), 'email', o.email, 'language', o.locale,
          'placedAt', iso_utc(o.placed_at), 'paidAt', iso_utc(o.paid_at), 'currency', o.currency,
          'totalMinor', o.total_minor, 'taxMinor', o.tax_minor, 'coupon', o.coupon_code,
          'paymentMethod', o.payment_method, 'shippingMethod', o.shipping_name,
          'invoice', (SELECT 'INV-' || i.number FROM invoice i WHERE i.order_number = o.number),
          'addresses', (SELECT coalesce(json_agg(json_build_object('kind', lower(a.kind), 'name', a.name, 'line1', a.line1,
              'line2', a.line2, 'city', a.city, 'region', a.region, 'postalCode', a.postal_code, 'country', a.country,
              'phone', a.phone) ORDER BY a.kind DESC), '[]')
            FROM order_address a WHERE a.order_number = o.number),
          'lines', (SELECT coalesce(json_agg(json_build_object('sku', l.sku, 'name', l.name, 'options', l.options,
              'quantity', l.quantity, 'priceMinor', l.unit_price_minor, 'returned', l.returned) ORDER BY l.position), '[]')
            FROM order_line l WHERE l.order_number = o.number),
          'returns', (SELECT coalesce(json_agg(json_build_object('status', lower(r.status), 'reason', lower(r.reason),
              'note', r.note, 'askedAt', iso_utc(r.created_at)) ORDER BY r.id), '[]')
            FROM order_return r WHERE r.order_number = o.number),
          'history', (SELECT coalesce(json_agg(json_build_object('status', lower(e.to_status), 'at', iso_utc(e.at)) ORDER BY e.id), '[]')
            FROM order_event e WHERE e.order_number = o.number)) ORDER BY o.number), '[]') AS text)
        FROM shop_order o WHERE o.customer_id = :customer
      """;

  /** Its country stays: the tax is of it. */
  private static final String FORGET =
      """
      WITH person AS (
        UPDATE shop_order SET email = 'forgotten@invalid.example', email_key = 'forgotten@invalid.example', customer_id = NULL,
               forgotten_at = now()
         WHERE number = :number),
      places AS (
        UPDATE order_address SET name = '–', line1 = '–', line2 = '', city = '–', region = '', postal_code = '', phone = ''
         WHERE order_number = :number),
      words AS (UPDATE order_return SET note = '' WHERE order_number = :number),
      used AS (
        UPDATE coupon_use SET person = 'order:' || order_number, customer_id = NULL, nth = 1 WHERE order_number = :number)
      DELETE FROM order_link WHERE order_number = :number
      """;

  @PersistenceContext private EntityManager entityManager;

  /** All orders of a customer, as JSON. */
  String export(long customer) {
    return (String)
        entityManager
            .createNativeQuery(EXPORT)
            .setParameter("customer", customer)
            .getSingleResult();
  }

  /** Locks the orders of a customer; returns those of which nothing is to be done any more. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<OrderNumber> lockOver(long customer) {
    entityManager
        .createNativeQuery(
            "SELECT number FROM shop_order WHERE customer_id = ?1 ORDER BY number FOR NO KEY UPDATE")
        .setParameter(1, customer)
        .getResultList();
    List<Number> numbers =
        entityManager
            .createNativeQuery(
                "SELECT number FROM shop_order WHERE customer_id = ?1"
                    + " AND status IN ('DELIVERED', 'CANCELLED', 'RETURNED') ORDER BY number")
            .setParameter(1, customer)
            .getResultList();
    return numbers.stream().map(number -> new OrderNumber(number.longValue())).toList();
  }

  /** The other orders are those of a guest from now on, to be forgotten when they are over. */
  void leaveOpen(long customer) {
    entityManager
        .createNativeQuery(
            "UPDATE shop_order SET to_be_forgotten = true, customer_id = NULL WHERE customer_id = ?1")
        .setParameter(1, customer)
        .executeUpdate();
    entityManager
        .createNativeQuery("UPDATE coupon_use SET customer_id = NULL WHERE customer_id = ?1")
        .setParameter(1, customer)
        .executeUpdate();
  }

  boolean isToBeForgotten(OrderNumber number) {
    return (Boolean)
        entityManager
            .createNativeQuery("SELECT to_be_forgotten FROM shop_order WHERE number = ?1")
            .setParameter(1, number.value())
            .getSingleResult();
  }

  /** Forgets whose an order was: goods and sums stay. */
  void forget(OrderNumber number) {
    entityManager.createNativeQuery(FORGET).setParameter("number", number.value()).executeUpdate();
  }
}
