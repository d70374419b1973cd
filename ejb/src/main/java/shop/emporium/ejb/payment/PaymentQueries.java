package shop.emporium.ejb.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.payment.PaymentStatus;
import shop.emporium.ejb.shared.SqlMoment;

/** Reads payments with what their orders say of them. */
@ApplicationScoped
class PaymentQueries {

  /**
   * How long after the end of an order's time its provider is still waited for: a buyer may be on
   * its page at that very moment.
   */
  static final Duration GRACE = Duration.ofMinutes(5);

  private static final String COLUMNS =
      """
      p.id, p.order_number, p.reference, p.provider, p.provider_id, p.status, p.currency, p.amount_minor,
             p.wanted = 'VOID' AS unwanted, p.declined_for, o.pay_until
      """;

  private static final String FIND =
      "SELECT "
          + COLUMNS
          + " FROM shop_order o JOIN payment p ON p.order_number = o.number WHERE %s ORDER BY p.id DESC LIMIT 1";

  private static final String STANDING =
      "SELECT o.status AS order_status, "
          + COLUMNS
          + " FROM shop_order o LEFT JOIN payment p ON p.order_number = o.number WHERE o.number = ?1 ORDER BY p.id DESC LIMIT 1";

  /**
   * 30 seconds later, then ever later, at most hourly; but not later than when its time is over. A
   * provider that does not answer then is asked ever more seldom, too.
   */
  private static final String NEXT_LOOK =
      """
      now() + CASE WHEN d.pay_until + make_interval(secs => :grace) > now()
                   THEN least(%1$s, greatest(make_interval(secs => 30), d.pay_until + make_interval(secs => :grace) - now()))
                   ELSE %1$s END
      """
          .formatted(
              "make_interval(secs => greatest(30, least(3600, 10 * power(2, least(p.looks, 20)))))");

  /** Orders are named before payments, the order in which tables are locked everywhere. */
  private static final String TAKE_DUE =
      """
      WITH due AS (
        SELECT %s FROM shop_order o JOIN payment p ON p.order_number = o.number
         WHERE p.next_look_at <= now() ORDER BY p.next_look_at, p.id LIMIT 1 FOR NO KEY UPDATE OF p SKIP LOCKED),
      taken AS (
        UPDATE payment p SET looks = p.looks + 1, next_look_at = %s
          FROM due d WHERE p.id = d.id RETURNING p.id)
      SELECT d.* FROM due d JOIN taken t ON t.id = d.id
      """
          .formatted(COLUMNS, NEXT_LOOK);

  /** 10 seconds after the first attempt, then ever later, at most six-hourly. */
  private static final String DELAY =
      "make_interval(secs => least(21600, 10 * power(2, least(%s.looks, 20))))";

  private static final String TAKE_REFUND =
      """
      WITH taken AS (
        UPDATE refund r SET looks = r.looks + 1, next_look_at = now() + greatest(make_interval(secs => 30), %s)
         WHERE r.id = (SELECT id FROM refund WHERE status = 'REQUESTED' AND next_look_at <= now()
                        ORDER BY next_look_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
        RETURNING r.id, r.payment_id, r.reference, r.amount_minor, r.refusals)
      SELECT t.id AS due_id, t.reference AS due_reference, t.amount_minor AS due_minor, t.refusals, %s
        FROM taken t JOIN payment p ON p.id = t.payment_id JOIN shop_order o ON o.number = p.order_number
      """
          .formatted(DELAY.formatted("r"), COLUMNS);

  private static final String TAKE_STRAY =
      """
      WITH taken AS (
        UPDATE stray_money r SET looks = r.looks + 1, next_look_at = now() + greatest(make_interval(secs => 30), %s)
         WHERE r.payment_id = (SELECT payment_id FROM stray_money WHERE returned_at IS NULL AND next_look_at <= now()
                                ORDER BY next_look_at, payment_id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
        RETURNING r.payment_id, r.reference, r.amount_minor, r.refusals)
      SELECT t.payment_id AS due_id, t.reference AS due_reference, t.amount_minor AS due_minor, t.refusals, %s
        FROM taken t JOIN payment p ON p.id = t.payment_id JOIN shop_order o ON o.number = p.order_number
      """
          .formatted(DELAY.formatted("r"), COLUMNS);

  /** For a transfer nobody but the shop could say anything; it has been waited for long enough. */
  private static final String UNPAID =
      """
      SELECT number FROM shop_order o
       WHERE status = 'PLACED' AND pay_until < now() - make_interval(secs => :grace)
         AND NOT EXISTS (SELECT 1 FROM payment p
                          WHERE p.order_number = o.number AND p.status NOT IN ('FAILED', 'VOIDED') AND p.provider <> :ourselves)
       ORDER BY pay_until, number LIMIT :most
      """;

  /** Money that came after the end of its payment has no refund: it was never the order's. */
  private static final String TRANSFERS_BACK =
      """
      SELECT r.id, false AS stray, r.reference, p.currency, r.amount_minor, r.status = 'DONE' AS done, r.created_at AS since, r.why
        FROM payment p JOIN refund r ON r.payment_id = p.id
       WHERE p.order_number = :number AND p.provider = :ourselves AND r.status <> 'FAILED'
      UNION ALL
      SELECT s.payment_id, true, s.reference, p.currency, s.amount_minor, s.returned_at IS NOT NULL, s.noted_at,
             'It came when its order did not want it any more'
        FROM payment p JOIN stray_money s ON s.payment_id = p.id
       WHERE p.order_number = :number AND p.provider = :ourselves
       ORDER BY since, reference
      """;

  @PersistenceContext private EntityManager entityManager;

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<PaymentStanding> standing(OrderNumber order) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(STANDING, Tuple.class)
            .setParameter(1, order.value())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new PaymentStanding(
                    OrderStatus.valueOf((String) row.get("order_status")),
                    row.get("id") == null ? Optional.empty() : Optional.of(payment(row))));
  }

  @SuppressWarnings("unchecked")
  Optional<PaymentRecord> find(UUID reference) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(FIND.formatted("p.reference = ?1"), Tuple.class)
            .setParameter(1, reference)
            .getResultList();
    return rows.stream().findFirst().map(PaymentQueries::payment);
  }

  @SuppressWarnings("unchecked")
  Optional<PaymentRecord> find(OrderNumber order, String provider) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                FIND.formatted("p.order_number = ?1 AND p.provider = ?2"), Tuple.class)
            .setParameter(1, order.value())
            .setParameter(2, provider)
            .getResultList();
    return rows.stream().findFirst().map(PaymentQueries::payment);
  }

  @SuppressWarnings("unchecked")
  Optional<PaymentRecord> takeDue() {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(TAKE_DUE, Tuple.class)
            .setParameter("grace", (double) GRACE.toSeconds())
            .getResultList();
    return rows.stream().findFirst().map(PaymentQueries::payment);
  }

  Optional<DueRepayment> takeRefund() {
    return take(TAKE_REFUND);
  }

  Optional<DueRepayment> takeStray() {
    return take(TAKE_STRAY);
  }

  @SuppressWarnings("unchecked")
  private Optional<DueRepayment> take(String sql) {
    List<Tuple> rows = entityManager.createNativeQuery(sql, Tuple.class).getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row -> {
              PaymentRecord payment = payment(row);
              return new DueRepayment(
                  number(row, "due_id"),
                  new Repayment(
                      payment,
                      (UUID) row.get("due_reference"),
                      Money.ofMinor(payment.amount().getCurrencyUnit(), number(row, "due_minor"))),
                  Math.toIntExact(number(row, "refusals")));
            });
  }

  @SuppressWarnings("unchecked")
  List<OrderNumber> unpaid(int most) {
    List<Number> numbers =
        entityManager
            .createNativeQuery(UNPAID)
            .setParameter("grace", (double) GRACE.toSeconds())
            .setParameter("ourselves", TransferGateway.NAME)
            .setParameter("most", most)
            .getResultList();
    return numbers.stream().map(number -> new OrderNumber(number.longValue())).toList();
  }

  @SuppressWarnings("unchecked")
  List<TransferBack> transfersBack(OrderNumber order) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(TRANSFERS_BACK, Tuple.class)
            .setParameter("number", order.value())
            .setParameter("ourselves", TransferGateway.NAME)
            .getResultList();
    return rows.stream().map(PaymentQueries::transferBack).toList();
  }

  private static TransferBack transferBack(Tuple row) {
    return new TransferBack(
        number(row, "id"),
        (Boolean) row.get("stray"),
        (UUID) row.get("reference"),
        Money.ofMinor(CurrencyUnit.of((String) row.get("currency")), number(row, "amount_minor")),
        (Boolean) row.get("done"),
        SqlMoment.of(row.get("since")),
        (String) row.get("why"));
  }

  private static PaymentRecord payment(Tuple row) {
    return new PaymentRecord(
        number(row, "id"),
        new OrderNumber(number(row, "order_number")),
        (UUID) row.get("reference"),
        (String) row.get("provider"),
        (String) row.get("provider_id"),
        PaymentStatus.valueOf((String) row.get("status")),
        Money.ofMinor(CurrencyUnit.of((String) row.get("currency")), number(row, "amount_minor")),
        (Boolean) row.get("unwanted"),
        SqlMoment.of(row.get("pay_until")),
        (String) row.get("declined_for"));
  }

  private static long number(Tuple row, String column) {
    return ((Number) row.get(column)).longValue();
  }
}
