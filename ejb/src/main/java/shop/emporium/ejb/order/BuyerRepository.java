package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.shared.SqlMoment;

/** Reads what somebody has ordered, in a statement each. */
@ApplicationScoped
class BuyerRepository {

  /** An attempt that was declined is no order: its buyer tried again, or went. */
  private static final String REAL =
      " AND NOT (o.status = 'CANCELLED' AND o.paid_at IS NULL AND o.payment_method <> 'transfer')";

  private static final String OF_CUSTOMER = "o.customer_id = :customer" + REAL;

  /** What is of an account is not shown for somebody who only names its address. */
  private static final String OF_ADDRESS = "o.email_key = :email AND o.customer_id IS NULL" + REAL;

  private static final String LATEST =
      """
      SELECT o.number, o.status, o.placed_at, o.total_minor, o.currency,
             (SELECT coalesce(sum(l.quantity), 0) FROM order_line l WHERE l.order_number = o.number) AS pieces
        FROM shop_order o WHERE %s ORDER BY o.number DESC LIMIT :most
      """;

  private static final String SUMS =
      """
      SELECT count(*) FILTER (WHERE o.status <> 'CANCELLED') AS orders,
             coalesce(sum(o.total_minor) FILTER (
               WHERE o.status <> 'CANCELLED' AND o.paid_at IS NOT NULL AND o.currency = :currency), 0) AS spent
        FROM shop_order o WHERE %s
      """;

  @PersistenceContext private EntityManager entityManager;

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<OrderBrief> latest(OrderBuyer buyer, int most) {
    List<Tuple> rows = of(LATEST, buyer).setParameter("most", most).getResultList();
    return rows.stream().map(BuyerRepository::brief).toList();
  }

  BuyerSums sums(OrderBuyer buyer, CurrencyUnit currency) {
    Tuple row =
        (Tuple) of(SUMS, buyer).setParameter("currency", currency.getCode()).getSingleResult();
    return new BuyerSums(
        ((Number) row.get("orders")).intValue(),
        Money.ofMinor(currency, ((Number) row.get("spent")).longValue()));
  }

  private Query of(String sql, OrderBuyer buyer) {
    return buyer.customer() > 0
        ? entityManager
            .createNativeQuery(sql.formatted(OF_CUSTOMER), Tuple.class)
            .setParameter("customer", buyer.customer())
        : entityManager
            .createNativeQuery(sql.formatted(OF_ADDRESS), Tuple.class)
            .setParameter("email", buyer.emailKey());
  }

  private static OrderBrief brief(Tuple row) {
    return new OrderBrief(
        new OrderNumber(((Number) row.get("number")).longValue()),
        OrderStatus.valueOf((String) row.get("status")),
        SqlMoment.of(row.get("placed_at")),
        Money.ofMinor(
            CurrencyUnit.of((String) row.get("currency")),
            ((Number) row.get("total_minor")).longValue()),
        ((Number) row.get("pieces")).intValue());
  }
}
