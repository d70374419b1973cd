package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.checkout.Benefit;
import shop.emporium.domain.checkout.Coupon;
import shop.emporium.domain.checkout.CouponScope;
import shop.emporium.domain.checkout.CouponUses;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.ejb.shared.SqlMoment;

/** Reads coupons, and counts their uses while nobody else can. */
@ApplicationScoped
class CouponRepository {

  private static final String FIND =
      """
      SELECT id, code, kind, percent, amount_minor, currency, minimum_minor, valid_from, valid_until, total_limit, person_limit,
             scoped, used
        FROM coupon WHERE code = :code AND active
      """;

  /** Asked once the coupon is locked, so that it sees the uses of those who had it before. */
  private static final String USES =
      """
      SELECT count(*) AS uses, coalesce(max(nth), 0) AS last FROM coupon_use
       WHERE coupon_id = :coupon AND (person = :person OR customer_id = CAST(nullif(:customer, '') AS bigint))
      """;

  private static final String USE =
      """
      WITH counted AS (UPDATE coupon SET used = used + 1 WHERE id = :coupon)
      INSERT INTO coupon_use (order_number, coupon_id, person, customer_id, nth)
      VALUES (:number, :coupon, :person, CAST(nullif(:customer, '') AS bigint), :nth)
      """;

  private static final String GIVE_BACK =
      """
      WITH gone AS (DELETE FROM coupon_use WHERE order_number = :number RETURNING coupon_id)
      UPDATE coupon c SET used = used - 1 FROM gone WHERE c.id = gone.coupon_id
      """;

  @PersistenceContext private EntityManager entityManager;

  /** A coupon, locked where it is to be used, with how often it was used. */
  record Locked(long id, Coupon coupon, CouponUses uses, int lastUse) {}

  /** A coupon that nobody else can use until the transaction ends. */
  Optional<Locked> lock(String code, EmailAddress person, Optional<Long> customer) {
    return find(FIND + " FOR NO KEY UPDATE", code, person.key(), customer);
  }

  /**
   * A coupon as it is now, to be looked at.
   *
   * @param person key of an e-mail address; empty while nobody knows it
   */
  Optional<Locked> find(String code, String person, Optional<Long> customer) {
    return find(FIND, code, person, customer);
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private Optional<Locked> find(String sql, String code, String person, Optional<Long> customer) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(sql, Tuple.class)
            .setParameter("code", code)
            .getResultList();
    return rows.stream().findFirst().map(row -> read(row, person, customer));
  }

  private Locked read(Tuple row, String person, Optional<Long> customer) {
    long id = ((Number) row.get("id")).longValue();
    Tuple uses =
        (Tuple)
            entityManager
                .createNativeQuery(USES, Tuple.class)
                .setParameter("coupon", id)
                .setParameter("person", person)
                .setParameter("customer", customer.map(String::valueOf).orElse(""))
                .getSingleResult();
    CurrencyUnit currency = CurrencyUnit.of((String) row.get("currency"));
    Coupon coupon =
        new Coupon(
            (String) row.get("code"),
            benefit(row, currency),
            (Boolean) row.get("scoped") ? scope(id) : CouponScope.EVERYTHING,
            Money.ofMinor(currency, ((Number) row.get("minimum_minor")).longValue()),
            SqlMoment.of(row.get("valid_from")),
            SqlMoment.of(row.get("valid_until")),
            (Integer) row.get("total_limit"),
            (Integer) row.get("person_limit"));
    return new Locked(
        id,
        coupon,
        new CouponUses((Integer) row.get("used"), ((Number) uses.get("uses")).intValue()),
        ((Number) uses.get("last")).intValue());
  }

  private static Benefit benefit(Tuple row, CurrencyUnit currency) {
    return switch ((String) row.get("kind")) {
      case "PERCENT" -> new Benefit.Percent((BigDecimal) row.get("percent"));
      case "AMOUNT" ->
          new Benefit.Amount(
              Money.ofMinor(currency, ((Number) row.get("amount_minor")).longValue()));
      default -> new Benefit.FreeShipping();
    };
  }

  @SuppressWarnings("unchecked")
  private CouponScope scope(long coupon) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                "SELECT category, product_id FROM coupon_scope WHERE coupon_id = ?1", Tuple.class)
            .setParameter(1, coupon)
            .getResultList();
    Set<String> categories = new HashSet<>();
    Set<Long> products = new HashSet<>();
    for (Tuple row : rows) {
      if (row.get("category") != null) {
        categories.add((String) row.get("category"));
      } else {
        products.add(((Number) row.get("product_id")).longValue());
      }
    }
    return CouponScope.only(categories, products);
  }

  /** Counts a use of a coupon that is locked. */
  void use(Locked coupon, OrderNumber number, EmailAddress person, Optional<Long> customer) {
    entityManager
        .createNativeQuery(USE)
        .setParameter("coupon", coupon.id())
        .setParameter("number", number.value())
        .setParameter("person", person.key())
        .setParameter("customer", customer.map(String::valueOf).orElse(""))
        .setParameter("nth", coupon.lastUse() + 1)
        .executeUpdate();
  }

  /** The order does not use its coupon after all. */
  void giveBack(OrderNumber number) {
    entityManager
        .createNativeQuery(GIVE_BACK)
        .setParameter("number", number.value())
        .executeUpdate();
  }
}
