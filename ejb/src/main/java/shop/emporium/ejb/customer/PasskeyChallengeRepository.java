package shop.emporium.ejb.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.shared.Secret;

/**
 * What devices have to sign, the same on every node. Whoever takes a challenge deletes it in the
 * same statement, so that of two answers to one the second finds nothing.
 */
@ApplicationScoped
class PasskeyChallengeRepository {

  /** For how long one is good: some look for their device first. */
  static final Duration LIFETIME = Duration.ofMinutes(5);

  /** More than one is made at a time, so that a flood clears away what it left. */
  private static final int CLEARED_EACH_TIME = 10;

  @PersistenceContext private EntityManager entityManager;

  /** Keeps a challenge for somebody who signs in. */
  void keep(Secret challenge) {
    clear(CLEARED_EACH_TIME);
    entityManager
        .createNativeQuery(
            "INSERT INTO passkey_challenge (challenge_hash, purpose, expires_at)"
                + " VALUES (:hash, 'SIGN_IN', now() + make_interval(secs => :lifetime))")
        .setParameter("hash", challenge.hash())
        .setParameter("lifetime", (double) LIFETIME.toSeconds())
        .executeUpdate();
  }

  /** Keeps a challenge for a customer who adds a passkey, in place of the one before. */
  void keep(Secret challenge, long customer, byte[] userHandle) {
    clear(CLEARED_EACH_TIME);
    entityManager
        .createNativeQuery("DELETE FROM passkey_challenge WHERE customer_id = :customer")
        .setParameter("customer", customer)
        .executeUpdate();
    entityManager
        .createNativeQuery(
            "INSERT INTO passkey_challenge (challenge_hash, purpose, customer_id, user_handle, expires_at)"
                + " VALUES (:hash, 'REGISTER', :customer, :handle, now() + make_interval(secs => :lifetime))")
        .setParameter("hash", challenge.hash())
        .setParameter("customer", customer)
        .setParameter("handle", userHandle)
        .setParameter("lifetime", (double) LIFETIME.toSeconds())
        .executeUpdate();
  }

  /** Takes the challenge of somebody who signs in; returns whether it was good. */
  boolean take(Secret challenge) {
    Query delete =
        entityManager
            .createNativeQuery(
                "DELETE FROM passkey_challenge WHERE challenge_hash = :hash AND purpose = 'SIGN_IN'"
                    + " RETURNING expires_at > now()",
                Boolean.class)
            .setParameter("hash", challenge.hash());
    return delete.getResultList().contains(true);
  }

  /**
   * Takes the challenge of a customer who adds a passkey; that of somebody else stays.
   *
   * @return as the device calls the customer; empty when the challenge was not good
   */
  Optional<byte[]> take(Secret challenge, long customer) {
    return bytes(
            entityManager
                .createNativeQuery(
                    "DELETE FROM passkey_challenge WHERE challenge_hash = :hash AND purpose = 'REGISTER'"
                        + " AND customer_id = :customer"
                        + " RETURNING CASE WHEN expires_at > now() THEN user_handle ELSE CAST('' AS bytea) END",
                    byte[].class)
                .setParameter("hash", challenge.hash())
                .setParameter("customer", customer))
        .stream()
        .filter(handle -> handle.length > 0)
        .findFirst();
  }

  /** Throws away some that ran out; returns how many. */
  int clear(int most) {
    return entityManager
        .createNativeQuery(
            "DELETE FROM passkey_challenge WHERE challenge_hash IN (SELECT challenge_hash"
                + " FROM passkey_challenge WHERE expires_at < now() ORDER BY expires_at LIMIT :most"
                + " FOR UPDATE SKIP LOCKED)")
        .setParameter("most", most)
        .executeUpdate();
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static List<byte[]> bytes(Query query) {
    return query.getResultList();
  }
}
