package shop.emporium.ejb.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Secret;

/** Keeps the hashes of links to orders. */
@ApplicationScoped
class OrderLinkRepository {

  private static final int PURGE_BATCH = 1000;

  private static final String INSERT =
      """
      INSERT INTO order_link (token_hash, order_number, expires_at)
      VALUES (:hash, :number, clock_timestamp() + make_interval(secs => :seconds))
      """;

  private static final String PURGE =
      """
      DELETE FROM order_link WHERE token_hash IN (
        SELECT token_hash FROM order_link WHERE expires_at < now() LIMIT :most FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext private EntityManager entityManager;

  void insert(OrderNumber number, Secret link, Duration validity) {
    entityManager
        .createNativeQuery(INSERT)
        .setParameter("hash", link.hash())
        .setParameter("number", number.value())
        .setParameter("seconds", (double) validity.toSeconds())
        .executeUpdate();
  }

  /** Whether an order was placed with this address. */
  boolean isOf(OrderNumber number, EmailAddress email) {
    return !entityManager
        .createNativeQuery(
            "SELECT number FROM shop_order WHERE number = ?1 AND email_key = ?2 AND forgotten_at IS NULL")
        .setParameter(1, number.value())
        .setParameter(2, email.key())
        .getResultList()
        .isEmpty();
  }

  /** Deletes some that have run out; returns how many. */
  int purge() {
    return entityManager.createNativeQuery(PURGE).setParameter("most", PURGE_BATCH).executeUpdate();
  }
}
