package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import shop.emporium.domain.checkout.Benefit;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.shared.SqlMoment;

/** Keeps coupons that were given, with who gave them. */
@ApplicationScoped
class CouponGiftRepository {

  private static final String FIND =
      """
      SELECT c.code, c.valid_until FROM coupon_gift g JOIN coupon c ON c.id = g.coupon_id
       WHERE g.given_by = :by AND g.call_key = :key
      """;

  private static final String INSERT =
      """
      WITH made AS (
        INSERT INTO coupon (code, kind, percent, amount_minor, currency, valid_until, total_limit, person_limit)
        VALUES (:code, :kind, CAST(nullif(:percent, '') AS numeric), nullif(:amount, 0), :currency,
                CAST(:until AS timestamptz), 1, 1)
        RETURNING id)
      INSERT INTO coupon_gift (coupon_id, given_by, why, call_key) SELECT id, :by, :why, :key FROM made
      """;

  @PersistenceContext private EntityManager entityManager;

  /** Lets nobody else give in the same name until the transaction ends. */
  void lock(Actor by) {
    entityManager
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:by, 16))")
        .setParameter("by", by.text())
        .getSingleResult();
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<GiftedCoupon> find(Actor by, String key) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(FIND, Tuple.class)
            .setParameter("by", by.text())
            .setParameter("key", key)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new GiftedCoupon((String) row.get("code"), SqlMoment.of(row.get("valid_until"))));
  }

  /** How many somebody gave within a day. */
  int today(Actor by) {
    return ((Number)
            entityManager
                .createNativeQuery(
                    "SELECT count(*) FROM coupon_gift WHERE given_by = :by AND given_at > now() - interval '1 day'")
                .setParameter("by", by.text())
                .getSingleResult())
        .intValue();
  }

  void add(
      String code,
      Benefit benefit,
      CurrencyUnit currency,
      Instant until,
      Actor by,
      String why,
      String key) {
    boolean isPart = benefit instanceof Benefit.Percent;
    entityManager
        .createNativeQuery(INSERT)
        .setParameter("code", code)
        .setParameter("kind", isPart ? "PERCENT" : "AMOUNT")
        .setParameter(
            "percent",
            benefit instanceof Benefit.Percent part ? part.percent().toPlainString() : "")
        .setParameter(
            "amount",
            benefit instanceof Benefit.Amount sum ? sum.amount().getAmountMinorLong() : 0L)
        .setParameter("currency", currency.getCode())
        .setParameter("until", until.toString())
        .setParameter("by", by.text())
        .setParameter("why", why)
        .setParameter("key", key)
        .executeUpdate();
  }
}
