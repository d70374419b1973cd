package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Secret;

/** Knows which mails about an order there were. */
@ApplicationScoped
class OrderMailRepository {

  /** One statement, since it comes with each order: the mail, and the link in it. */
  private static final String CLAIM =
      """
      WITH first AS (
        INSERT INTO order_mail (order_number, kind) VALUES (:number, :kind) ON CONFLICT DO NOTHING RETURNING order_number)
      INSERT INTO order_link (token_hash, order_number, expires_at)
      SELECT :hash, order_number, clock_timestamp() + make_interval(secs => :seconds) FROM first
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * Notes that a mail is sent now, with this link.
   *
   * @return whether it was not sent before
   */
  boolean claim(OrderNumber number, String kind, Secret link) {
    return entityManager
            .createNativeQuery(CLAIM)
            .setParameter("number", number.value())
            .setParameter("kind", kind)
            .setParameter("hash", link.hash())
            .setParameter("seconds", (double) OrderLinks.LONG.toSeconds())
            .executeUpdate()
        == 1;
  }
}
