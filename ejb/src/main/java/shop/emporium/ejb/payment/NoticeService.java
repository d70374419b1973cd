package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import shop.emporium.domain.payment.Settlement.Step;
import shop.emporium.domain.shared.Actor;

/** Notes what providers tell by themselves, each telling once, in one transaction with the rest. */
@Stateless
public class NoticeService {

  private static final int DAYS_KEPT = 90;
  private static final int PURGE_BATCH = 500;

  /**
   * The same notice at the same time waits here, and then changes nothing. The payment is not named
   * yet: its foreign key would lock the payment's row before the order's.
   */
  private static final String INSERT =
      """
      INSERT INTO payment_notice (provider, notice_id, kind) VALUES (?1, ?2, ?3)
      ON CONFLICT (provider, notice_id) DO NOTHING
      """;

  private static final String NAME_PAYMENT =
      "UPDATE payment_notice SET payment_id = ?3 WHERE provider = ?1 AND notice_id = ?2";

  private static final String PURGE =
      """
      DELETE FROM payment_notice WHERE (provider, notice_id) IN (
        SELECT provider, notice_id FROM payment_notice WHERE received_at < now() - make_interval(days => ?1) LIMIT ?2)
      """;

  @PersistenceContext private EntityManager entityManager;
  @Inject private PaymentService payments;

  /**
   * Notes a notice and what follows from it. If that fails, nothing is noted, and the notice may
   * come again.
   *
   * @return the step that follows; empty when it was known
   */
  public Optional<Step> note(PaymentRecord payment, PaymentNotice notice) {
    int isNew =
        entityManager
            .createNativeQuery(INSERT)
            .setParameter(1, payment.provider())
            .setParameter(2, notice.id())
            .setParameter(3, notice.kind())
            .executeUpdate();
    if (isNew == 0) {
      return Optional.empty();
    }
    Step step = payments.note(payment, notice.answer(), false, Actor.provider(payment.provider()));
    entityManager
        .createNativeQuery(NAME_PAYMENT)
        .setParameter(1, payment.provider())
        .setParameter(2, notice.id())
        .setParameter(3, payment.id())
        .executeUpdate();
    return Optional.of(step);
  }

  /** Forgets some of what was told so long ago that it will not come again; returns how many. */
  public int purge() {
    return entityManager
        .createNativeQuery(PURGE)
        .setParameter(1, DAYS_KEPT)
        .setParameter(2, PURGE_BATCH)
        .executeUpdate();
  }
}
