package shop.emporium.ejb.payment.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads and writes what the demo provider keeps. */
@ApplicationScoped
class DemoPaymentRepository {

  private static final String COLUMNS =
      "id, reference, label, currency, amount_minor, status, reason, silent";

  /** Who comes second with a reference writes nothing. */
  private static final String INSERT =
      """
      INSERT INTO demo_payment (id, reference, label, currency, amount_minor, status, reason, silent, decide_at, back)
      VALUES (:id, :reference, :label, :currency, :amount, :status, nullif(:reason, ''), :silent,
              CASE WHEN :seconds > 0 THEN now() + make_interval(secs => :seconds) END, :back)
      ON CONFLICT (reference) DO NOTHING
      """;

  private static final String MOVE =
      """
      UPDATE demo_payment SET status = :to, reason = nullif(:reason, ''), silent = :silent,
             decide_at = CASE WHEN :seconds > 0 THEN now() + make_interval(secs => :seconds) END
       WHERE id = :id AND status = :from
      """;

  /** What has taken its time is approved, and told unless it keeps silent. */
  private static final String DECIDE =
      """
      WITH decided AS (
        UPDATE demo_payment SET status = 'APPROVED'
         WHERE id IN (SELECT id FROM demo_payment WHERE status = 'PENDING' AND decide_at <= now() AND %s
                       ORDER BY decide_at LIMIT 50 FOR UPDATE SKIP LOCKED)
        RETURNING id, silent)
      INSERT INTO demo_notice (id, payment_id, status, copies)
      SELECT 'dn_' || gen_random_uuid(), id, 'APPROVED', 1 FROM decided WHERE NOT silent
      """;

  private static final String REFUND =
      """
      WITH given AS (
        UPDATE demo_payment SET refunded_minor = refunded_minor + :amount
         WHERE reference = :payment AND status = 'APPROVED' AND currency = :currency AND refunded_minor + :amount <= amount_minor
        RETURNING id)
      INSERT INTO demo_refund (reference, payment_id, amount_minor) SELECT :reference, id, :amount FROM given
      """;

  @PersistenceContext private EntityManager entityManager;

  /** What a card does to a payment. */
  record Effect(DemoStatus status, String reason, boolean isSilent, int seconds, int notices) {}

  boolean insert(DemoPayment payment, int seconds, byte[] back) {
    return entityManager
            .createNativeQuery(INSERT)
            .setParameter("id", payment.id())
            .setParameter("reference", payment.reference())
            .setParameter("label", payment.label())
            .setParameter("currency", payment.amount().getCurrencyUnit().getCode())
            .setParameter("amount", payment.amount().getAmountMinorLong())
            .setParameter("status", payment.status().name())
            .setParameter("reason", payment.reason() == null ? "" : payment.reason())
            .setParameter("silent", payment.isSilent())
            .setParameter("seconds", (double) seconds)
            .setParameter("back", back)
            .executeUpdate()
        == 1;
  }

  Optional<DemoPayment> find(UUID reference) {
    return find("reference = ?1", reference);
  }

  Optional<DemoPayment> find(String id) {
    return find("id = ?1", id);
  }

  /** As {@link #find(UUID)}, locked until the transaction ends. */
  Optional<DemoPayment> lock(UUID reference) {
    return find("reference = ?1 FOR UPDATE", reference);
  }

  Optional<DemoPayment> lock(String id) {
    return find("id = ?1 FOR UPDATE", id);
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private Optional<DemoPayment> find(String condition, Object value) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                "SELECT " + COLUMNS + " FROM demo_payment WHERE " + condition, Tuple.class)
            .setParameter(1, value)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new DemoPayment(
                    (String) row.get("id"),
                    (UUID) row.get("reference"),
                    (String) row.get("label"),
                    Money.ofMinor(
                        CurrencyUnit.of((String) row.get("currency")),
                        ((Number) row.get("amount_minor")).longValue()),
                    DemoStatus.valueOf((String) row.get("status")),
                    (String) row.get("reason"),
                    (Boolean) row.get("silent")));
  }

  /** Where the buyer goes afterwards, sealed; empty when that is forgotten. */
  @SuppressWarnings("unchecked")
  Optional<byte[]> back(String id) {
    List<byte[]> rows =
        entityManager
            .createNativeQuery("SELECT back FROM demo_payment WHERE id = ?1 AND back IS NOT NULL")
            .setParameter(1, id)
            .getResultList();
    return rows.stream().findFirst();
  }

  void move(DemoPayment payment, Effect effect) {
    entityManager
        .createNativeQuery(MOVE)
        .setParameter("id", payment.id())
        .setParameter("from", payment.status().name())
        .setParameter("to", effect.status().name())
        .setParameter("reason", effect.reason() == null ? "" : effect.reason())
        .setParameter("silent", effect.isSilent())
        .setParameter("seconds", (double) effect.seconds())
        .executeUpdate();
  }

  /** Has the shop told how a payment stands. */
  void tell(String payment, String notice, DemoStatus status, int copies) {
    entityManager
        .createNativeQuery(
            "INSERT INTO demo_notice (id, payment_id, status, copies) VALUES (?1, ?2, ?3, ?4)")
        .setParameter(1, notice)
        .setParameter(2, payment)
        .setParameter(3, status.name())
        .setParameter(4, copies)
        .executeUpdate();
  }

  void decideDue() {
    entityManager.createNativeQuery(DECIDE.formatted("true")).executeUpdate();
  }

  void decideDue(UUID reference) {
    entityManager
        .createNativeQuery(DECIDE.formatted("reference = :reference"))
        .setParameter("reference", reference)
        .executeUpdate();
  }

  boolean isRefunded(UUID refund) {
    return !entityManager
        .createNativeQuery("SELECT 1 FROM demo_refund WHERE reference = ?1")
        .setParameter(1, refund)
        .getResultList()
        .isEmpty();
  }

  /** Gives back, if there is so much to give; tells whether it did. */
  boolean refund(UUID payment, UUID reference, Money amount) {
    return entityManager
            .createNativeQuery(REFUND)
            .setParameter("payment", payment)
            .setParameter("reference", reference)
            .setParameter("currency", amount.getCurrencyUnit().getCode())
            .setParameter("amount", amount.getAmountMinorLong())
            .executeUpdate()
        == 1;
  }

  /** Forgets where buyers were sent a day ago. */
  int forget(int most) {
    return entityManager
        .createNativeQuery(
            """
            UPDATE demo_payment SET back = NULL WHERE id IN (
              SELECT id FROM demo_payment WHERE back IS NOT NULL AND created_at < now() - interval '1 day'
               LIMIT ?1 FOR UPDATE SKIP LOCKED)
            """)
        .setParameter(1, most)
        .executeUpdate();
  }
}
