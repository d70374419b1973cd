package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.customer.Passkey;

/** Finds and keeps passkeys. Who adds one to a customer has locked that. */
@ApplicationScoped
class PasskeyRepository {

  @PersistenceContext private EntityManager entityManager;

  /** A customer's passkeys, in the order in which they were made. */
  List<Passkey> list(long customer) {
    return entityManager
        .createQuery(
            "SELECT p FROM Passkey p WHERE p.customer.id = ?1 ORDER BY p.createdAt, p.id",
            Passkey.class)
        .setParameter(1, customer)
        .getResultList();
  }

  Optional<Passkey> find(long customer, long id) {
    return entityManager
        .createQuery(
            "SELECT p FROM Passkey p WHERE p.id = ?1 AND p.customer.id = ?2", Passkey.class)
        .setParameter(1, id)
        .setParameter(2, customer)
        .getResultStream()
        .findFirst();
  }

  /** The passkey that its device calls so, with its customer. */
  Optional<Passkey> find(byte[] credentialId) {
    return entityManager
        .createQuery(
            "SELECT p FROM Passkey p JOIN FETCH p.customer WHERE p.credentialId = ?1",
            Passkey.class)
        .setParameter(1, credentialId)
        .getResultStream()
        .findFirst();
  }

  /** Lets nobody else add a passkey of this name of a device until the transaction ends. */
  void reserve(byte[] credentialId) {
    entityManager
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:key, 1))")
        .setParameter("key", Base64.getUrlEncoder().encodeToString(credentialId))
        .getSingleResult();
  }

  void add(Passkey passkey) {
    entityManager.persist(passkey);
  }

  void remove(Passkey passkey) {
    entityManager.remove(passkey);
  }

  /**
   * Notes that a passkey was used, unless it was used meanwhile with this count or a higher one.
   *
   * @return whether it is noted
   */
  boolean use(long id, long signCount, boolean isBackedUp) {
    return entityManager
            .createNativeQuery(
                "UPDATE passkey SET sign_count = :count, backed_up = :backedUp, last_used_at = now()"
                    + " WHERE id = :id AND (sign_count < :count OR (sign_count = 0 AND :count = 0))")
            .setParameter("count", signCount)
            .setParameter("backedUp", isBackedUp)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** An erased account has none. */
  void forget(@Observes CustomerErased erased) {
    for (String table : List.of("passkey", "passkey_challenge")) {
      entityManager
          .createNativeQuery("DELETE FROM " + table + " WHERE customer_id = :customer")
          .setParameter("customer", erased.customer())
          .executeUpdate();
    }
  }
}
