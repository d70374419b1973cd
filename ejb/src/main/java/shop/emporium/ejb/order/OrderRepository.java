package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.shared.Move;
import shop.emporium.ejb.shared.SqlMoment;

/** Writes orders, and moves them. */
@ApplicationScoped
class OrderRepository {

  /** An order with all that belongs to it, in one statement. */
  private static final String INSERT =
      """
      WITH placed AS (
        INSERT INTO shop_order (checkout_token, checkout_id, customer_id, email, email_key, locale, status_by, pay_until, currency,
               tax_mode, items_minor, discount_minor, shipping_minor, shipping_tax_minor, tax_minor, total_minor, gift_card_minor,
               due_minor, coupon_code, shipping_method, shipping_name, arrives_from, arrives_until, payment_method)
        SELECT * FROM jsonb_to_recordset(CAST(:head AS jsonb)) AS o(checkout_token uuid, checkout_id bigint, customer_id bigint,
               email text, email_key text, locale text, status_by text, pay_until timestamptz, currency text, tax_mode text,
               items_minor bigint, discount_minor bigint, shipping_minor bigint, shipping_tax_minor bigint, tax_minor bigint,
               total_minor bigint, gift_card_minor bigint, due_minor bigint, coupon_code text, shipping_method text,
               shipping_name text, arrives_from date, arrives_until date, payment_method text)
        RETURNING number, placed_at),
      lines AS (
        INSERT INTO order_line (order_number, position, variant_id, product_id, sku, slug, name, options, picture, quantity, sold,
               unit_price_minor, items_minor, discount_minor, tax_percent, tax_minor, weight_grams)
        SELECT placed.number, l.position, l.variant_id, l.product_id, l.sku, l.slug, l.name, l.options, l.picture, l.quantity,
               l.quantity, l.unit_price_minor, l.items_minor, l.discount_minor, l.tax_percent, l.tax_minor, l.weight_grams
          FROM placed, jsonb_to_recordset(CAST(:lines AS jsonb)) AS l(position integer, variant_id bigint, product_id bigint, sku text,
               slug text, name text, options text, picture text, quantity integer, unit_price_minor bigint, items_minor bigint,
               discount_minor bigint, tax_percent numeric, tax_minor bigint, weight_grams integer)),
      taxes AS (
        INSERT INTO order_tax (order_number, percent, net_minor, tax_minor)
        SELECT placed.number, t.percent, t.net_minor, t.tax_minor
          FROM placed, jsonb_to_recordset(CAST(:taxes AS jsonb)) AS t(percent numeric, net_minor bigint, tax_minor bigint)),
      addresses AS (
        INSERT INTO order_address (order_number, kind, name, line1, line2, city, region, postal_code, country, phone)
        SELECT placed.number, a.kind, a.name, a.line1, a.line2, a.city, a.region, a.postal_code, a.country, a.phone
          FROM placed, jsonb_to_recordset(CAST(:addresses AS jsonb)) AS a(kind text, name text, line1 text, line2 text, city text,
               region text, postal_code text, country text, phone text))
      SELECT number, placed_at FROM placed
      """;

  private static final String MOVE =
      """
      UPDATE shop_order
         SET status = :to, status_by = :by, status_why = :why, status_at = clock_timestamp(),
             paid_at = CASE WHEN :to = 'PAID' THEN coalesce(paid_at, clock_timestamp()) ELSE paid_at END
       WHERE number = :number AND status = :from
      """;

  @PersistenceContext private EntityManager entityManager;

  OrderReceipt insert(NewOrder order) {
    OrderRows rows = new OrderRows(order);
    Tuple placed =
        (Tuple)
            entityManager
                .createNativeQuery(INSERT, Tuple.class)
                .setParameter("head", rows.head())
                .setParameter("lines", rows.lines())
                .setParameter("taxes", rows.taxes())
                .setParameter("addresses", rows.addresses())
                .getSingleResult();
    return OrderReceipt.of(
        order,
        new OrderNumber(((Number) placed.get("number")).longValue()),
        SqlMoment.of(placed.get("placed_at")));
  }

  /** The order that was placed with a token, whatever became of it. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<OrderNumber> find(UUID token) {
    List<Number> numbers =
        entityManager
            .createNativeQuery("SELECT number FROM shop_order WHERE checkout_token = ?1")
            .setParameter(1, token)
            .getResultList();
    return numbers.stream().findFirst().map(number -> new OrderNumber(number.longValue()));
  }

  /** An order, locked until the transaction ends. */
  @SuppressWarnings("unchecked")
  Optional<LockedOrder> lock(OrderNumber number) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                "SELECT checkout_id, status, customer_id IS NOT NULL AS named FROM shop_order"
                    + " WHERE number = ?1 FOR NO KEY UPDATE",
                Tuple.class)
            .setParameter(1, number.value())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new LockedOrder(
                    number,
                    ((Number) row.get("checkout_id")).longValue(),
                    OrderStatus.valueOf((String) row.get("status")),
                    (Boolean) row.get("named")));
  }

  /**
   * Moves an order that is locked.
   *
   * @throws IllegalStateException when it is not as it was when it was locked
   */
  void move(OrderNumber number, Move<OrderStatus> move) {
    int moved =
        entityManager
            .createNativeQuery(MOVE)
            .setParameter("number", number.value())
            .setParameter("from", move.from().name())
            .setParameter("to", move.to().name())
            .setParameter("by", move.who().text())
            .setParameter("why", move.why())
            .executeUpdate();
    if (moved != 1) {
      throw new IllegalStateException(number + " is not " + move.from() + " any more");
    }
  }

  /** Takes the pieces out of an order; returns which they were, by variant. */
  @SuppressWarnings("unchecked")
  Map<Long, Integer> takePieces(OrderNumber number) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                """
                WITH had AS (SELECT variant_id, position, sold FROM order_line WHERE order_number = :number AND sold > 0),
                taken AS (UPDATE order_line l SET sold = 0 FROM had WHERE l.order_number = :number AND l.position = had.position)
                SELECT variant_id, sold FROM had
                """,
                Tuple.class)
            .setParameter("number", number.value())
            .getResultList();
    Map<Long, Integer> pieces = new TreeMap<>();
    rows.forEach(
        row ->
            pieces.put(
                ((Number) row.get("variant_id")).longValue(),
                ((Number) row.get("sold")).intValue()));
    return pieces;
  }
}
