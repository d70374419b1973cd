package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.order.OrderNumber;

/** Keeps checkouts. */
@ApplicationScoped
class CheckoutRepository {

  private static final String OPEN =
      """
      INSERT INTO checkout (cart_id, customer_id, locale, status)
      VALUES (:cart, CAST(nullif(:customer, '') AS bigint), :locale, :status)
      RETURNING id, token, status, coupon_code
      """;

  /** What was ordered is taken out of the cart; what was put in since stays. */
  private static final String FINISH =
      """
      WITH done AS (
        UPDATE checkout SET status = 'DONE', touched_at = now() WHERE id = :checkout AND status = 'PAYING'
        RETURNING id, cart_id),
      bought AS (
        SELECT l.id, l.quantity - o.quantity AS rest
          FROM done d
          JOIN cart_line l ON l.cart_id = d.cart_id AND NOT l.is_saved
          JOIN order_line o ON o.order_number = :number AND o.variant_id = l.variant_id),
      fewer AS (UPDATE cart_line l SET quantity = b.rest FROM bought b WHERE l.id = b.id AND b.rest > 0),
      gone AS (DELETE FROM cart_line l USING bought b WHERE l.id = b.id AND b.rest <= 0)
      SELECT id FROM done
      """;

  /**
   * Where an order of the one cart is being paid, what was only begun for the other one is over,
   * and what that holds goes back.
   */
  private static final String MAKE_WAY =
      """
      WITH ended AS (
        UPDATE checkout SET status = 'DONE', touched_at = now()
         WHERE cart_id = :into AND status = 'OPEN'
           AND EXISTS (SELECT 1 FROM checkout k WHERE k.cart_id = :from AND k.status = 'PAYING')
        RETURNING id)
      UPDATE reservation SET expires_at = least(expires_at, now()) WHERE checkout_id IN (SELECT id FROM ended)
      """;

  private static final String FOLLOW =
      """
      UPDATE checkout SET cart_id = :into
       WHERE cart_id = :from AND status <> 'DONE'
         AND NOT EXISTS (SELECT 1 FROM checkout o WHERE o.cart_id = :into AND o.status <> 'DONE')
      """;

  @PersistenceContext private EntityManager entityManager;

  /** How far a checkout has come. */
  enum Status {
    OPEN,
    PAYING,
    DONE
  }

  /**
   * A checkout whose row is locked.
   *
   * @param coupon that was kept for its cart, or null
   */
  record Locked(long id, UUID token, Status status, String coupon) {}

  /** Locks a cart; false when it is gone. */
  boolean lockCart(long cart) {
    return !entityManager
        .createNativeQuery("SELECT id FROM cart WHERE id = ?1 FOR NO KEY UPDATE")
        .setParameter(1, cart)
        .getResultList()
        .isEmpty();
  }

  /** The checkout of a cart that is not done, locked; the cart is locked before. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<Locked> lock(long cart) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                "SELECT id, token, status, coupon_code FROM checkout WHERE cart_id = ?1 AND status <> 'DONE'"
                    + " FOR NO KEY UPDATE",
                Tuple.class)
            .setParameter(1, cart)
            .getResultList();
    return rows.stream().findFirst().map(CheckoutRepository::locked);
  }

  /** A new checkout for a cart that is locked and has none. */
  Locked open(long cart, Optional<Long> customer, String locale, Status status) {
    return locked(
        (Tuple)
            entityManager
                .createNativeQuery(OPEN, Tuple.class)
                .setParameter("cart", cart)
                .setParameter("customer", customer.map(String::valueOf).orElse(""))
                .setParameter("locale", locale)
                .setParameter("status", status.name())
                .getSingleResult());
  }

  private static Locked locked(Tuple row) {
    return new Locked(
        ((Number) row.get("id")).longValue(),
        (UUID) row.get("token"),
        Status.valueOf((String) row.get("status")),
        (String) row.get("coupon_code"));
  }

  /** Sets how far a checkout has come. */
  void move(long checkout, Status status) {
    entityManager
        .createNativeQuery("UPDATE checkout SET status = ?2, touched_at = now() WHERE id = ?1")
        .setParameter(1, checkout)
        .setParameter(2, status.name())
        .executeUpdate();
  }

  /**
   * Ends a checkout whose order is paid, and takes out of its cart, which is locked, what the order
   * has; false when it was over before, and nothing is taken.
   */
  boolean finish(long checkout, OrderNumber number) {
    return !entityManager
        .createNativeQuery(FINISH)
        .setParameter("checkout", checkout)
        .setParameter("number", number.value())
        .getResultList()
        .isEmpty();
  }

  /** Opens a checkout again, for another attempt with another token. */
  void reopen(long checkout) {
    entityManager
        .createNativeQuery(
            "UPDATE checkout SET status = 'OPEN', token = gen_random_uuid(), touched_at = now()"
                + " WHERE id = ?1 AND status = 'PAYING'")
        .setParameter(1, checkout)
        .executeUpdate();
  }

  /**
   * The cart of a checkout, locked; empty when the cart is gone. Whoever waits for a cart that a
   * merge then deletes gets none, though the checkout has gone on to another: a statement that
   * begins afterwards sees which.
   */
  Optional<Long> lockCartOf(long checkout) {
    return lockCartNow(checkout).or(() -> lockCartNow(checkout));
  }

  @SuppressWarnings("unchecked")
  private Optional<Long> lockCartNow(long checkout) {
    List<Number> carts =
        entityManager
            .createNativeQuery(
                "SELECT id FROM cart WHERE id = (SELECT cart_id FROM checkout WHERE id = ?1)"
                    + " FOR NO KEY UPDATE")
            .setParameter(1, checkout)
            .getResultList();
    return carts.stream().findFirst().map(Number::longValue);
  }

  /**
   * A checkout goes on with the cart into which its own was merged, unless that has one; both carts
   * are locked. One whose order is being paid goes on in any case, for without its cart its goods
   * would stay in there and could be ordered once more.
   */
  void follow(long from, long into) {
    for (String step : List.of(MAKE_WAY, FOLLOW)) {
      entityManager
          .createNativeQuery(step)
          .setParameter("from", from)
          .setParameter("into", into)
          .executeUpdate();
    }
  }
}
