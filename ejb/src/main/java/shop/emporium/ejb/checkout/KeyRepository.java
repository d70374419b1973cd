package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.security.MessageDigest;
import java.util.Optional;
import shop.emporium.domain.checkout.IdempotencyKey;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;

/** Knows calls that come again. */
@ApplicationScoped
class KeyRepository {

  private static final int PURGE_BATCH = 500;

  private static final String CLAIM =
      """
      INSERT INTO idempotency_key (key_hash, body_hash) VALUES (:key, :body) ON CONFLICT (key_hash) DO NOTHING
      """;

  /**
   * An order that needs no provider has its answer with its placing; what comes of the others is
   * written when they are settled.
   */
  private static final String PLACED =
      """
      UPDATE idempotency_key k
         SET order_number = o.number,
             answer = CASE WHEN o.status <> 'PLACED' OR o.payment_method = 'transfer'
                           THEN jsonb_build_object('settled', o.status) END
        FROM shop_order o
       WHERE k.key_hash = ?1 AND o.number = ?2
      """;

  private static final String REFUSED =
      "UPDATE idempotency_key SET answer = CAST(?2 AS jsonb) WHERE key_hash = ?1";

  private static final String PURGE =
      """
      DELETE FROM idempotency_key WHERE key_hash IN (
        SELECT key_hash FROM idempotency_key WHERE created_at < now() - make_interval(hours => :hours)
         LIMIT :most FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * Takes a key for this transaction. Whoever brings the same key at the same time waits here until
   * the first one is done.
   *
   * @return empty when nobody had it before; else what came of the call that had it
   */
  Optional<Placing> claim(IdempotencyKey key) {
    int taken =
        entityManager
            .createNativeQuery(CLAIM)
            .setParameter("key", key.hash())
            .setParameter("body", key.bodyHash())
            .executeUpdate();
    return taken == 1 ? Optional.empty() : Optional.of(before(key));
  }

  private Placing before(IdempotencyKey key) {
    Tuple row =
        (Tuple)
            entityManager
                .createNativeQuery(
                    "SELECT body_hash, order_number, CAST(answer AS text) AS answer"
                        + " FROM idempotency_key WHERE key_hash = ?1",
                    Tuple.class)
                .setParameter(1, key.hash())
                .getSingleResult();
    if (!MessageDigest.isEqual(key.bodyHash(), (byte[]) row.get("body_hash"))) {
      return Placing.Refused.because(Placing.Reason.KEY_REUSED);
    }
    Number order = (Number) row.get("order_number");
    Optional<String> answer = Optional.ofNullable((String) row.get("answer"));
    return order != null
        ? Placing.Placed.before(new OrderNumber(order.longValue()), answer.map(Answers::settled))
        : Answers.read(answer.orElseThrow());
  }

  /** What came of a call, for whoever brings its key again. */
  void answer(IdempotencyKey key, Placing placing) {
    boolean isPlaced = placing instanceof Placing.Placed;
    entityManager
        .createNativeQuery(isPlaced ? PLACED : REFUSED)
        .setParameter(1, key.hash())
        .setParameter(
            2,
            placing instanceof Placing.Placed placed
                ? (Object) placed.number().value()
                : Answers.write((Placing.Refused) placing))
        .executeUpdate();
  }

  /** The first thing that became of an order is what its call is answered, for ever. */
  void settle(OrderNumber number, OrderStatus status) {
    entityManager
        .createNativeQuery(
            "UPDATE idempotency_key SET answer = CAST(?2 AS jsonb)"
                + " WHERE order_number = ?1 AND answer IS NULL")
        .setParameter(1, number.value())
        .setParameter(2, Answers.write(status))
        .executeUpdate();
  }

  /** Throws away some of the keys that came so many hours ago; returns how many. */
  int purge(int hours) {
    return entityManager
        .createNativeQuery(PURGE)
        .setParameter("hours", hours)
        .setParameter("most", PURGE_BATCH)
        .executeUpdate();
  }
}
