package shop.emporium.ejb.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.security.MessageDigest;
import java.util.Optional;
import shop.emporium.domain.checkout.IdempotencyKey;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.ejb.payment.RefundService.Asked;

/** Knows calls for money that come again. */
@ApplicationScoped
class RefundKeyRepository {

  private static final String CLAIM =
      """
      INSERT INTO refund_key (key_hash, body_hash, order_number) VALUES (:key, :body, :number)
      ON CONFLICT (key_hash) DO NOTHING
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * Takes a key for this transaction, which has locked the order: nobody else has it meanwhile.
   *
   * @return empty when nobody had it before; else what its call is answered now
   */
  Optional<Asked> claim(IdempotencyKey key, OrderNumber order) {
    int taken =
        entityManager
            .createNativeQuery(CLAIM)
            .setParameter("key", key.hash())
            .setParameter("body", key.bodyHash())
            .setParameter("number", order.value())
            .executeUpdate();
    return taken == 1 ? Optional.empty() : Optional.of(before(key));
  }

  private Asked before(IdempotencyKey key) {
    Tuple row =
        (Tuple)
            entityManager
                .createNativeQuery(
                    "SELECT body_hash FROM refund_key WHERE key_hash = ?1", Tuple.class)
                .setParameter(1, key.hash())
                .getSingleResult();
    return MessageDigest.isEqual(key.bodyHash(), (byte[]) row.get("body_hash"))
        ? Asked.KNOWN
        : Asked.KEY_REUSED;
  }
}
