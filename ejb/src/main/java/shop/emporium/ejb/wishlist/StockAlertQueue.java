package shop.emporium.ejb.wishlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;

/** The alerts whose time has come, and those whose time is over. */
@ApplicationScoped
class StockAlertQueue {

  /** Whichever node comes first has it; the others pass over what is taken. */
  private static final String TAKE_DUE =
      """
      SELECT a.id, coalesce(c.id, 0) AS customer, coalesce(c.email, a.email) AS email, coalesce(c.locale, a.locale) AS locale,
             coalesce(c.name, '') AS person, v.sku, p.slug, p.name
        FROM stock_alert a
        JOIN product_variant v ON v.id = a.variant_id
        JOIN product p ON p.id = v.product_id
        LEFT JOIN customer c ON c.id = a.customer_id
       WHERE a.confirmed_at IS NOT NULL AND a.sent_at IS NULL AND v.available > 0 AND p.visible
       ORDER BY a.id LIMIT 1
         FOR UPDATE OF a SKIP LOCKED
      """;

  private static final String PURGE =
      """
      DELETE FROM stock_alert WHERE id IN (SELECT id FROM stock_alert
        WHERE (confirmed_at IS NULL OR sent_at IS NOT NULL)
          AND coalesce(sent_at, created_at) < now() - make_interval(days => :days)
        LIMIT :most FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext private EntityManager entityManager;

  /** An alert whose time has come, locked; customer 0 is a guest. */
  record Due(
      long id,
      long customer,
      String email,
      Locale locale,
      String person,
      String sku,
      String slug,
      String name) {}

  /** One alert whose article is back, locked until the transaction ends. */
  Optional<Due> takeDue() {
    @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
    List<Tuple> rows = entityManager.createNativeQuery(TAKE_DUE, Tuple.class).getResultList();
    return rows.stream().findFirst().map(StockAlertQueue::due);
  }

  private static Due due(Tuple row) {
    return new Due(
        ((Number) row.get("id")).longValue(),
        ((Number) row.get("customer")).longValue(),
        (String) row.get("email"),
        Locale.forLanguageTag((String) row.get("locale")),
        (String) row.get("person"),
        (String) row.get("sku"),
        (String) row.get("slug"),
        (String) row.get("name"));
  }

  /** Notes that the mail is in the outbox, and by which link no more come. */
  void sent(Due alert, Secret link) {
    entityManager
        .createNativeQuery(
            "UPDATE stock_alert SET sent_at = now(), token_hash = :token WHERE id = :id")
        .setParameter("token", link.hash())
        .setParameter("id", alert.id())
        .executeUpdate();
  }

  /** Throws away what nobody waits for any more since so many days; returns how many. */
  int purge(int days, int most) {
    return entityManager
        .createNativeQuery(PURGE)
        .setParameter("days", days)
        .setParameter("most", most)
        .executeUpdate();
  }
}
