package shop.emporium.ejb.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.payment.PaymentAccount;
import shop.emporium.domain.payment.PaymentStatus;
import shop.emporium.domain.shared.Actor;

/** Writes payments and what became of them. */
@ApplicationScoped
class PaymentRepository {

  private static final String INSERT =
      """
      INSERT INTO payment (order_number, method, provider, status_by, currency, amount_minor, next_look_at)
      VALUES (:number, :method, :provider, :by, :currency, :amount, now() + make_interval(secs => :look))
      RETURNING id, reference, status
      """;

  private static final String LOCK =
      """
      SELECT id, status, currency, amount_minor, refunding_minor, refunded_minor FROM payment
       WHERE %s FOR NO KEY UPDATE
      """;

  /**
   * Trouble of a payment that is open ends with what becomes of it. Later on it is about money that
   * does not go back: it stays until all has, or until a person who looked says that it is over.
   */
  private static final String MOVE =
      """
      UPDATE payment
         SET status = :status, status_by = :by, status_why = :why, status_at = clock_timestamp(),
             captured_minor = :captured, refunding_minor = :refunding, refunded_minor = :refunded,
             provider_id = coalesce(provider_id, nullif(:provider_id, '')),
             next_look_at = CASE WHEN :open THEN next_look_at END, silent_looks = 0,
             trouble = CASE WHEN status IN ('INITIATED', 'AUTHORISED') OR :status = 'REFUNDED' THEN NULL ELSE trouble END
       WHERE id = :id
      """;

  /**
   * A look that is to come anyway stays where it is, however often somebody asks in between:
   * whoever asks again and again must not put off the end of an order that nobody pays. One for
   * whom nothing more was to come is looked up in a moment.
   */
  private static final String LOOK_LATER =
      """
      UPDATE payment
         SET provider_id = coalesce(provider_id, nullif(:provider_id, '')),
             next_look_at = coalesce(next_look_at, clock_timestamp() + interval '10 seconds')
       WHERE id = :id
      """;

  /** Whoever ends it first has ended it. */
  private static final String END_REFUND =
      """
      UPDATE refund SET status = :status, provider_id = nullif(:provider_id, ''), done_at = clock_timestamp(), next_look_at = NULL
       WHERE id = :id AND status = 'REQUESTED'
      """;

  @PersistenceContext private EntityManager entityManager;

  /** A refund, and what it belongs to. */
  record Refunded(OrderNumber order, long payment, long minor) {}

  /** A payment whose row is locked. */
  record Locked(long id, PaymentAccount account) {}

  /**
   * Writes a payment that is about to be made.
   *
   * @return it, as who reads it in this transaction would find it
   */
  PaymentRecord insert(
      OrderNumber number,
      String method,
      String provider,
      Money amount,
      Actor by,
      Duration lookAfter,
      Instant payUntil) {
    Tuple row =
        (Tuple)
            entityManager
                .createNativeQuery(INSERT, Tuple.class)
                .setParameter("number", number.value())
                .setParameter("method", method)
                .setParameter("provider", provider)
                .setParameter("by", by.text())
                .setParameter("currency", amount.getCurrencyUnit().getCode())
                .setParameter("amount", amount.getAmountMinorLong())
                .setParameter("look", (double) lookAfter.toSeconds())
                .getSingleResult();
    return new PaymentRecord(
        ((Number) row.get("id")).longValue(),
        number,
        (UUID) row.get("reference"),
        provider,
        null,
        PaymentStatus.valueOf((String) row.get("status")),
        amount,
        false,
        payUntil,
        null);
  }

  /** The order that a payment is for. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<OrderNumber> orderOf(long payment) {
    List<Number> numbers =
        entityManager
            .createNativeQuery("SELECT order_number FROM payment WHERE id = ?1")
            .setParameter(1, payment)
            .getResultList();
    return numbers.stream().findFirst().map(number -> new OrderNumber(number.longValue()));
  }

  Optional<Locked> lock(long payment) {
    return lock("id = ?1", payment);
  }

  /** The payment of an order that did not come to nothing; there is one at most. */
  Optional<Locked> lockLive(OrderNumber number) {
    return lock("order_number = ?1 AND status NOT IN ('FAILED', 'VOIDED')", number.value());
  }

  @SuppressWarnings("unchecked")
  private Optional<Locked> lock(String condition, long value) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(LOCK.formatted(condition), Tuple.class)
            .setParameter(1, value)
            .getResultList();
    return rows.stream().findFirst().map(PaymentRepository::locked);
  }

  private static Locked locked(Tuple row) {
    CurrencyUnit currency = CurrencyUnit.of((String) row.get("currency"));
    return new Locked(
        ((Number) row.get("id")).longValue(),
        new PaymentAccount(
            PaymentStatus.valueOf((String) row.get("status")),
            money(currency, row, "amount_minor"),
            money(currency, row, "refunding_minor"),
            money(currency, row, "refunded_minor")));
  }

  private static Money money(CurrencyUnit currency, Tuple row, String column) {
    return Money.ofMinor(currency, ((Number) row.get(column)).longValue());
  }

  /**
   * Writes how a payment stands.
   *
   * @param providerId what the provider calls it, or null where that is not known
   */
  void write(long payment, PaymentAccount account, String providerId, Actor by, String why) {
    entityManager
        .createNativeQuery(MOVE)
        .setParameter("id", payment)
        .setParameter("status", account.status().name())
        .setParameter("by", by.text())
        .setParameter("why", why)
        .setParameter("captured", account.captured().getAmountMinorLong())
        .setParameter("refunding", account.refunding().getAmountMinorLong())
        .setParameter("refunded", account.refunded().getAmountMinorLong())
        .setParameter("provider_id", providerId == null ? "" : providerId)
        .setParameter("open", account.status().isOpen())
        .executeUpdate();
  }

  /** What became of it is not known: the provider is asked again later. */
  void lookLater(long payment, String providerId) {
    entityManager
        .createNativeQuery(LOOK_LATER)
        .setParameter("id", payment)
        .setParameter("provider_id", providerId == null ? "" : providerId)
        .executeUpdate();
  }

  /** Nobody wants its money: the provider is to be told at once. */
  void wantVoid(long payment) {
    entityManager
        .createNativeQuery(
            "UPDATE payment SET wanted = 'VOID', next_look_at = clock_timestamp() WHERE id = ?1")
        .setParameter(1, payment)
        .executeUpdate();
  }

  void insertRefund(long payment, Money amount, Actor by, String why) {
    entityManager
        .createNativeQuery(
            "INSERT INTO refund (payment_id, amount_minor, who, why) VALUES (?1, ?2, ?3, ?4)")
        .setParameter(1, payment)
        .setParameter(2, amount.getAmountMinorLong())
        .setParameter(3, by.text())
        .setParameter(4, why)
        .executeUpdate();
  }

  /** Why it came to nothing, for when its buyer asks again. */
  void declined(long payment, String reason) {
    entityManager
        .createNativeQuery("UPDATE payment SET declined_for = ?2 WHERE id = ?1")
        .setParameter(1, payment)
        .setParameter(2, reason)
        .executeUpdate();
  }

  /** All is known of it. */
  void lookNoMore(long payment) {
    entityManager
        .createNativeQuery(
            "UPDATE payment SET next_look_at = NULL WHERE id = ?1 AND next_look_at IS NOT NULL")
        .setParameter(1, payment)
        .executeUpdate();
  }

  /** Money came though none should have; noted once, however often it is told. */
  void noteStray(long payment, Money amount, String providerId) {
    entityManager
        .createNativeQuery(
            """
            INSERT INTO stray_money (payment_id, amount_minor, provider_id) VALUES (?1, ?2, nullif(?3, ''))
            ON CONFLICT (payment_id) DO NOTHING
            """)
        .setParameter(1, payment)
        .setParameter(2, amount.getAmountMinorLong())
        .setParameter(3, providerId == null ? "" : providerId)
        .executeUpdate();
    lookNoMore(payment);
  }

  void endStray(long payment) {
    entityManager
        .createNativeQuery(
            "UPDATE stray_money SET returned_at = clock_timestamp() WHERE payment_id = ?1 AND returned_at IS NULL")
        .setParameter(1, payment)
        .executeUpdate();
  }

  @SuppressWarnings("unchecked")
  Optional<Refunded> refund(long refund) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                """
                SELECT p.order_number, r.payment_id, r.amount_minor
                  FROM payment p JOIN refund r ON r.payment_id = p.id WHERE r.id = ?1
                """,
                Tuple.class)
            .setParameter(1, refund)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new Refunded(
                    new OrderNumber(((Number) row.get("order_number")).longValue()),
                    ((Number) row.get("payment_id")).longValue(),
                    ((Number) row.get("amount_minor")).longValue()));
  }

  /**
   * Ends a refund that is asked for.
   *
   * @return whether it was not over already
   */
  boolean endRefund(long refund, boolean isDone, String providerId) {
    return entityManager
            .createNativeQuery(END_REFUND)
            .setParameter("id", refund)
            .setParameter("status", isDone ? "DONE" : "FAILED")
            .setParameter("provider_id", providerId == null ? "" : providerId)
            .executeUpdate()
        == 1;
  }
}
