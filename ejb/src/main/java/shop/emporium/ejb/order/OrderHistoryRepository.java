package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.ejb.shared.JsonCodec;
import shop.emporium.ejb.shared.SqlMoment;

/** Lists a customer's orders: a page of them in one statement. */
@ApplicationScoped
class OrderHistoryRepository {

  /** An attempt that was declined is none: its buyer tried again, or went. */
  private static final String MINE =
      """
      o.customer_id = :customer AND NOT (o.status = 'CANCELLED' AND o.paid_at IS NULL AND o.payment_method <> 'transfer')
      """;

  private static final String LIST =
      """
      WITH mine AS (
        SELECT o.number, count(*) OVER () AS total FROM shop_order o
         WHERE %s
           AND (:statuses = '' OR o.status = ANY (string_to_array(:statuses, ',')))
           AND (:year = 0 OR o.placed_at >= make_timestamptz(:year, 1, 1, 0, 0, 0, :zone)
                         AND o.placed_at < make_timestamptz(:year + 1, 1, 1, 0, 0, 0, :zone))
           AND (:text = '' OR o.number = :number OR EXISTS (
             SELECT 1 FROM order_line l WHERE l.order_number = o.number AND (l.name ILIKE :like OR l.sku ILIKE :like)))
         ORDER BY o.number DESC LIMIT :size OFFSET :skip)
      SELECT o.number, o.status, o.placed_at, o.total_minor, o.currency, CAST(o.arrives_from AS text) AS arrives_from,
             CAST(o.arrives_until AS text) AS arrives_until, mine.total,
             (SELECT sum(l.quantity) FROM order_line l WHERE l.order_number = o.number) AS pieces,
             CAST((SELECT json_agg(json_build_object('name', f.name, 'picture', f.picture) ORDER BY f.position)
                     FROM (SELECT l.name, l.picture, l.position FROM order_line l
                            WHERE l.order_number = o.number ORDER BY l.position LIMIT 4) f) AS text) AS articles
        FROM mine JOIN shop_order o ON o.number = mine.number ORDER BY o.number DESC
      """
          .formatted(MINE);

  private static final String YEARS =
      """
      SELECT DISTINCT CAST(extract(year FROM o.placed_at AT TIME ZONE :zone) AS integer) AS year
        FROM shop_order o WHERE %s ORDER BY year DESC LIMIT 30
      """
          .formatted(MINE);

  @PersistenceContext private EntityManager entityManager;

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  OrderPage list(long customer, OrderFilter filter) {
    String text = filter.text().strip();
    List<Tuple> rows =
        entityManager
            .createNativeQuery(LIST, Tuple.class)
            .setParameter("customer", customer)
            .setParameter(
                "statuses",
                filter.statuses().stream().map(Enum::name).collect(Collectors.joining(",")))
            .setParameter("year", filter.year().orElse(0))
            .setParameter("zone", DeliveryEstimate.PLACE.getId())
            .setParameter("text", text)
            .setParameter("number", OrderNumber.parse(text).map(OrderNumber::value).orElse(0L))
            .setParameter("like", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
            .setParameter("size", filter.size())
            .setParameter("skip", (filter.page() - 1) * filter.size())
            .getResultList();
    long total = rows.isEmpty() ? 0 : ((Number) rows.get(0).get("total")).longValue();
    return new OrderPage(
        rows.stream().map(OrderHistoryRepository::summary).toList(),
        filter.page(),
        filter.size(),
        total);
  }

  private static OrderSummary summary(Tuple row) {
    return new OrderSummary(
        new OrderNumber(((Number) row.get("number")).longValue()),
        OrderStatus.valueOf((String) row.get("status")),
        SqlMoment.of(row.get("placed_at")),
        Money.ofMinor(
            CurrencyUnit.of((String) row.get("currency")),
            ((Number) row.get("total_minor")).longValue()),
        ((Number) row.get("pieces")).intValue(),
        LocalDate.parse((String) row.get("arrives_from")),
        LocalDate.parse((String) row.get("arrives_until")),
        JsonCodec.array((String) row.get("articles")).getValuesAs(JsonObject.class).stream()
            .map(
                article ->
                    new OrderSummary.Article(
                        article.getString("name"), article.getString("picture", null)))
            .toList());
  }

  /** The years in which a customer has ordered, the last first. */
  @SuppressWarnings("unchecked")
  List<Integer> years(long customer) {
    return entityManager
        .createNativeQuery(YEARS)
        .setParameter("customer", customer)
        .setParameter("zone", DeliveryEstimate.PLACE.getId())
        .getResultList();
  }
}
