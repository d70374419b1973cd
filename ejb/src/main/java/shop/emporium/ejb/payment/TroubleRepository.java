package shop.emporium.ejb.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Writes what a person has to look at, and counts what leads there. */
@ApplicationScoped
class TroubleRepository {

  /**
   * Told once, however long the silence lasts: who has looked and cleared it is left in peace. What
   * is trouble already stays so. A payment that was settled meanwhile is not looked up any more.
   */
  private static final String COUNT_SILENCE =
      """
      UPDATE payment
         SET silent_looks = silent_looks + 1,
             trouble = CASE WHEN silent_looks + 1 = :most THEN coalesce(trouble, :what) ELSE trouble END
       WHERE id = :id AND next_look_at IS NOT NULL
      RETURNING silent_looks
      """;

  private static final String END_SILENCE =
      """
      UPDATE payment SET silent_looks = 0, trouble = CASE WHEN trouble = :what THEN NULL ELSE trouble END
       WHERE id = :id AND silent_looks > 0
      """;

  @PersistenceContext private EntityManager entityManager;

  /** Something that a person has to look at; it is looked up hourly until that is settled. */
  void tell(long payment, String what) {
    entityManager
        .createNativeQuery(
            """
            UPDATE payment SET trouble = ?2,
                   next_look_at = CASE WHEN next_look_at IS NOT NULL THEN clock_timestamp() + interval '1 hour' END
             WHERE id = ?1
            """)
        .setParameter(1, payment)
        .setParameter(2, what)
        .executeUpdate();
  }

  /** What a person had to look at has come right, unless it is something else by now. */
  void settle(long payment, String what) {
    entityManager
        .createNativeQuery("UPDATE payment SET trouble = NULL WHERE id = ?1 AND trouble = ?2")
        .setParameter(1, payment)
        .setParameter(2, what)
        .executeUpdate();
  }

  /**
   * Counts a look that got no answer.
   *
   * @param most with which a person has to look
   * @return whether this was that one
   */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  boolean countSilence(long payment, int most, String what) {
    List<Number> counts =
        entityManager
            .createNativeQuery(COUNT_SILENCE)
            .setParameter("id", payment)
            .setParameter("most", most)
            .setParameter("what", what)
            .getResultList();
    return counts.stream().anyMatch(count -> count.intValue() == most);
  }

  /** A look was answered: what its silence was told as has come right. */
  void endSilence(long payment, String what) {
    entityManager
        .createNativeQuery(END_SILENCE)
        .setParameter("id", payment)
        .setParameter("what", what)
        .executeUpdate();
  }

  /** The provider said no to a refund. */
  void countRefusal(long refund) {
    entityManager
        .createNativeQuery(
            "UPDATE refund SET refusals = refusals + 1 WHERE id = ?1 AND status = 'REQUESTED'")
        .setParameter(1, refund)
        .executeUpdate();
  }

  /** The provider said no to giving back money that no order wanted. */
  void countStrayRefusal(long payment) {
    entityManager
        .createNativeQuery(
            "UPDATE stray_money SET refusals = refusals + 1"
                + " WHERE payment_id = ?1 AND returned_at IS NULL")
        .setParameter(1, payment)
        .executeUpdate();
  }
}
