package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Secret;

/** Reads an order with all that belongs to it, in one statement. */
@ApplicationScoped
class OrderViewRepository {

  /** What is not the order's own comes as JSON, so that one row holds it all. */
  private static final String FIND =
      """
      SELECT o.number, o.customer_id, o.email, o.locale, o.status, o.placed_at, o.pay_until, o.paid_at, o.currency, o.tax_mode,
             o.items_minor, o.discount_minor, o.shipping_minor, o.tax_minor, o.total_minor, o.gift_card_minor, o.due_minor,
             o.coupon_code, o.shipping_method, o.shipping_name, CAST(o.arrives_from AS text) AS arrives_from,
             CAST(o.arrives_until AS text) AS arrives_until, o.payment_method, o.forgotten_at IS NOT NULL AS forgotten,
             (SELECT i.number FROM invoice i WHERE i.order_number = o.number) AS invoice,
             CAST((SELECT json_agg(json_build_object(
                 'position', l.position, 'variant', l.variant_id, 'product', l.product_id, 'sku', l.sku,
                 'slug', (SELECT p.slug FROM product p WHERE p.id = l.product_id AND p.visible),
                 'name', l.name, 'options', l.options, 'picture', l.picture, 'quantity', l.quantity,
                 'unit', l.unit_price_minor, 'items', l.items_minor, 'discount', l.discount_minor,
                 'percent', CAST(l.tax_percent AS text), 'tax', l.tax_minor, 'returned', l.returned,
                 'packed', coalesce(s.packed, 0),
                 'returnable', greatest(0, least(coalesce(s.fresh, 0), coalesce(s.sent, 0) - l.returned - coalesce(r.asked, 0))))
                 ORDER BY l.position)
               FROM order_line l
               LEFT JOIN LATERAL (
                 SELECT sum(sl.quantity) AS packed,
                        sum(sl.quantity) FILTER (WHERE s.status IN ('SHIPPED', 'DELIVERED', 'RETURNED')) AS sent,
                        sum(sl.quantity) FILTER (WHERE s.status = 'SHIPPED'
                          OR s.status = 'DELIVERED' AND s.status_at > now() - make_interval(days => :days)) AS fresh
                   FROM shipment_line sl JOIN shipment s ON s.id = sl.shipment_id
                  WHERE sl.order_number = l.order_number AND sl.position = l.position AND s.status <> 'UNPACKED') s ON true
               LEFT JOIN LATERAL (
                 SELECT sum(rl.quantity) AS asked FROM order_return_line rl JOIN order_return r ON r.id = rl.return_id
                  WHERE rl.order_number = l.order_number AND rl.position = l.position AND r.status = 'REQUESTED') r ON true
              WHERE l.order_number = o.number) AS text) AS lines,
             CAST((SELECT json_agg(json_build_object('percent', CAST(t.percent AS text), 'net', t.net_minor, 'tax', t.tax_minor)
                                   ORDER BY t.percent DESC)
                     FROM order_tax t WHERE t.order_number = o.number) AS text) AS taxes,
             CAST((SELECT json_object_agg(a.kind, json_build_object('name', a.name, 'line1', a.line1, 'line2', a.line2,
                       'city', a.city, 'region', a.region, 'postalCode', a.postal_code, 'country', a.country, 'phone', a.phone))
                     FROM order_address a WHERE a.order_number = o.number) AS text) AS addresses,
             CAST((SELECT json_build_object('status', p.status, 'amount', p.amount_minor, 'captured', p.captured_minor,
                       'refunding', p.refunding_minor, 'refunded', p.refunded_minor)
                     FROM payment p WHERE p.order_number = o.number ORDER BY p.id DESC LIMIT 1) AS text) AS payment,
             CAST((SELECT json_agg(json_build_object('kind', h.kind, 'status', h.status, 'at', iso_utc(h.at), 'who', h.who,
                                                     'why', h.why, 'amount', h.amount) ORDER BY h.at, h.turn, h.id)
                     FROM (SELECT 'ORDER' AS kind, e.to_status AS status, e.at, e.who, e.why, CAST(NULL AS bigint) AS amount, 1 AS turn, e.id
                             FROM order_event e WHERE e.order_number = o.number
                           UNION ALL
                           SELECT 'PARCEL', e.to_status, e.at, e.who, e.why, NULL, 0, e.id
                             FROM shipment_event e JOIN shipment s ON s.id = e.shipment_id WHERE s.order_number = o.number
                           UNION ALL
                           SELECT 'RETURN', e.to_status, e.at, e.who, e.why, NULL, 2, e.id
                             FROM order_return_event e JOIN order_return r ON r.id = e.return_id WHERE r.order_number = o.number
                           UNION ALL
                           SELECT 'REFUND', f.status, coalesce(f.done_at, f.created_at), f.who, f.why, f.amount_minor, 3, f.id
                             FROM refund f JOIN payment p ON p.id = f.payment_id WHERE p.order_number = o.number) h) AS text) AS history,
             CAST((SELECT json_agg(json_build_object('id', s.id, 'status', s.status, 'since', iso_utc(s.status_at), 'carrier', s.carrier,
                       'tracking', s.tracking,
                       'pieces', (SELECT json_agg(json_build_object('position', sl.position, 'quantity', sl.quantity) ORDER BY sl.position)
                                    FROM shipment_line sl WHERE sl.shipment_id = s.id)) ORDER BY s.id)
                     FROM shipment s WHERE s.order_number = o.number AND s.status <> 'UNPACKED') AS text) AS parcels,
             CAST((SELECT json_agg(json_build_object('id', r.id, 'status', r.status, 'reason', r.reason, 'note', r.note,
                       'askedAt', iso_utc(r.created_at), 'answer', CASE r.status WHEN 'REQUESTED' THEN '' ELSE r.status_why END,
                       'refund', r.refund_minor,
                       'pieces', (SELECT json_agg(json_build_object('position', rl.position, 'quantity', rl.quantity) ORDER BY rl.position)
                                    FROM order_return_line rl WHERE rl.return_id = r.id)) ORDER BY r.id)
                     FROM order_return r WHERE r.order_number = o.number) AS text) AS returns
        FROM shop_order o
       WHERE o.number = :number AND %s
      """;

  private static final String GIVEN_BACK =
      """
      SELECT (SELECT coalesce(sum(refunding_minor + refunded_minor), 0) FROM payment WHERE order_number = :number)
           + (SELECT coalesce(sum(returned_minor), 0) FROM gift_card_use WHERE order_number = :number)
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * An order, whoever asks.
   *
   * @param days for how many days after delivery a return can be asked for
   */
  Optional<OrderView> find(OrderNumber number, int days) {
    return first(query("true", number, days));
  }

  /** An order of this customer's own. */
  Optional<OrderView> ofCustomer(long customer, OrderNumber number, int days) {
    return first(
        query("o.customer_id = :customer", number, days).setParameter("customer", customer));
  }

  /** An order for whoever has a link to it. */
  Optional<OrderView> byLink(OrderNumber number, Secret link, int days) {
    return first(
        query(
                "EXISTS (SELECT 1 FROM order_link k WHERE k.token_hash = :hash"
                    + " AND k.order_number = o.number AND k.expires_at > now())",
                number,
                days)
            .setParameter("hash", link.hash()));
  }

  /** How much of what was paid for an order has gone back, or is asked for. */
  long givenBackMinor(OrderNumber number) {
    return ((Number)
            entityManager
                .createNativeQuery(GIVEN_BACK)
                .setParameter("number", number.value())
                .getSingleResult())
        .longValue();
  }

  private Query query(String who, OrderNumber number, int days) {
    return entityManager
        .createNativeQuery(FIND.formatted(who), Tuple.class)
        .setParameter("number", number.value())
        .setParameter("days", days);
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static Optional<OrderView> first(Query query) {
    List<Tuple> rows = query.getResultList();
    return rows.stream().findFirst().map(row -> new OrderRecord(row).view());
  }
}
