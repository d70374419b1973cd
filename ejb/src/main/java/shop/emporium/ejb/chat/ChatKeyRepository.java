package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps guests and the SHA-256 of their keys. */
@ApplicationScoped
class ChatKeyRepository {

  private static final String PURGE =
      """
      DELETE FROM chat_key WHERE token_hash IN (
        SELECT token_hash FROM chat_key WHERE expires_at < now() LIMIT 1000 FOR UPDATE SKIP LOCKED)
      """;

  private static final String PURGE_VISITORS =
      """
      DELETE FROM chat_visitor WHERE id IN (
        SELECT v.id FROM chat_visitor v
         WHERE v.created_at < now() - interval '1 day'
           AND NOT EXISTS (SELECT 1 FROM chat_key k WHERE k.visitor_id = v.id)
           AND NOT EXISTS (SELECT 1 FROM conversation c WHERE c.visitor_id = v.id)
         LIMIT 1000 FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext private EntityManager entityManager;

  long addVisitor() {
    return ((Number)
            entityManager
                .createNativeQuery("INSERT INTO chat_visitor DEFAULT VALUES RETURNING id")
                .getSingleResult())
        .longValue();
  }

  void add(byte[] hash, long visitor, Duration lifetime) {
    entityManager
        .createNativeQuery(
            "INSERT INTO chat_key (token_hash, visitor_id, expires_at)"
                + " VALUES (:hash, :visitor, now() + make_interval(secs => :seconds))")
        .setParameter("hash", hash)
        .setParameter("visitor", visitor)
        .setParameter("seconds", (double) lifetime.toSeconds())
        .executeUpdate();
  }

  /** As {@link #add}; a key that has run out and was not thrown away yet begins anew. */
  void replace(byte[] hash, long visitor, Duration lifetime) {
    entityManager
        .createNativeQuery("DELETE FROM chat_key WHERE token_hash = :hash AND expires_at <= now()")
        .setParameter("hash", hash)
        .executeUpdate();
    add(hash, visitor, lifetime);
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<Long> visitorOf(byte[] hash) {
    List<Number> found =
        entityManager
            .createNativeQuery(
                "SELECT visitor_id FROM chat_key WHERE token_hash = :hash AND expires_at > now()")
            .setParameter("hash", hash)
            .getResultList();
    return found.stream().findFirst().map(Number::longValue);
  }

  void renew(byte[] hash, Duration lifetime) {
    entityManager
        .createNativeQuery(
            "UPDATE chat_key SET expires_at = now() + make_interval(secs => :seconds) WHERE token_hash = :hash")
        .setParameter("hash", hash)
        .setParameter("seconds", (double) lifetime.toSeconds())
        .executeUpdate();
  }

  int purge() {
    int keys = entityManager.createNativeQuery(PURGE).executeUpdate();
    return Math.max(keys, entityManager.createNativeQuery(PURGE_VISITORS).executeUpdate());
  }
}
