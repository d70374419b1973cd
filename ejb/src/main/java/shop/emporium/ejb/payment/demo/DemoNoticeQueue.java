package shop.emporium.ejb.payment.demo;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.ejb.shared.SqlMoment;

/**
 * What the demo provider still has to tell, each call in a short transaction of its own. Taking a
 * notice moves its next attempt ahead, so that each is told by one node at a time.
 */
@Stateless
public class DemoNoticeQueue {

  private static final int DAYS_KEPT = 30;
  private static final int MOST_ATTEMPTS = 20;
  private static final int PURGE_BATCH = 500;

  /** 15 seconds after the first attempt, then ever later, at most hourly. */
  private static final String TAKE =
      """
      WITH taken AS (
        UPDATE demo_notice n SET attempts = n.attempts + 1,
               next_attempt_at = now() + make_interval(secs => least(3600, 15 * power(2, least(n.attempts, 20))))
         WHERE n.id = (SELECT id FROM demo_notice WHERE copies > 0 AND next_attempt_at <= now()
                        ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING n.id, n.payment_id, n.status, n.attempts, n.created_at)
      SELECT t.id AS notice_id, t.created_at, t.attempts, t.status, p.id, p.reference, p.label, p.currency, p.amount_minor, p.reason
        FROM taken t JOIN demo_payment p ON p.id = t.payment_id
      """;

  /** The next copy goes out at once. */
  private static final String HEARD =
      "UPDATE demo_notice SET copies = copies - 1, attempts = 0, next_attempt_at = now() WHERE id = ?1 AND copies > 0";

  private static final String PURGE =
      """
      DELETE FROM demo_notice WHERE id IN (
        SELECT id FROM demo_notice WHERE created_at < now() - make_interval(days => ?1) LIMIT ?2 FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext private EntityManager entityManager;

  /** Takes what has been due for longest. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  public Optional<DemoNotice> takeNext() {
    List<Tuple> rows = entityManager.createNativeQuery(TAKE, Tuple.class).getResultList();
    return rows.stream().findFirst().map(DemoNoticeQueue::notice);
  }

  private static DemoNotice notice(Tuple row) {
    Money amount =
        Money.ofMinor(
            CurrencyUnit.of((String) row.get("currency")),
            ((Number) row.get("amount_minor")).longValue());
    DemoStatus status = DemoStatus.valueOf((String) row.get("status"));
    return new DemoNotice(
        (String) row.get("notice_id"),
        SqlMoment.of(row.get("created_at")),
        new DemoPayment(
            (String) row.get("id"),
            (UUID) row.get("reference"),
            (String) row.get("label"),
            amount,
            status,
            status == DemoStatus.DECLINED ? (String) row.get("reason") : null,
            false),
        ((Number) row.get("attempts")).intValue());
  }

  /** The shop has heard it. */
  public void heard(String notice) {
    entityManager.createNativeQuery(HEARD).setParameter(1, notice).executeUpdate();
  }

  /** Tells a notice no more, when it was tried often enough; the shop has to ask. */
  public void giveUp(String notice) {
    entityManager
        .createNativeQuery("UPDATE demo_notice SET copies = 0 WHERE id = ?1 AND attempts >= ?2")
        .setParameter(1, notice)
        .setParameter(2, MOST_ATTEMPTS)
        .executeUpdate();
  }

  /** Forgets some of what was told long ago; returns how many. */
  public int purge() {
    return entityManager
        .createNativeQuery(PURGE)
        .setParameter(1, DAYS_KEPT)
        .setParameter(2, PURGE_BATCH)
        .executeUpdate();
  }
}
