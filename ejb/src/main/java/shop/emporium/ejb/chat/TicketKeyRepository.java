package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the SHA-256 of the keys of mailed links. */
@ApplicationScoped
class TicketKeyRepository {

  /** Of a customer who has signed for it, a conversation is opened by signing in. */
  private static final String VISITOR =
      """
      SELECT c.visitor_id FROM ticket_key k JOIN conversation c ON c.id = k.conversation_id
       WHERE k.token_hash IN (:hashes) AND k.expires_at > now() AND c.customer_id IS NULL
      """;

  private static final String OF_CONVERSATION = VISITOR + " AND c.id = :conversation LIMIT 1";

  private static final String OF_FILE =
      VISITOR
          + " AND EXISTS (SELECT 1 FROM chat_file f WHERE f.conversation_id = c.id AND f.id = :file)"
          + " LIMIT 1";

  private static final String PURGE =
      """
      DELETE FROM ticket_key WHERE token_hash IN (
        SELECT token_hash FROM ticket_key WHERE expires_at < now() LIMIT 1000 FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext private EntityManager entityManager;

  void add(byte[] hash, long conversation, Duration lifetime) {
    entityManager
        .createNativeQuery(
            "INSERT INTO ticket_key (token_hash, conversation_id, expires_at)"
                + " VALUES (:hash, :conversation, now() + make_interval(secs => :seconds))")
        .setParameter("hash", hash)
        .setParameter("conversation", conversation)
        .setParameter("seconds", (double) lifetime.toSeconds())
        .executeUpdate();
  }

  Optional<Long> conversationOf(byte[] hash) {
    return first(
        entityManager
            .createNativeQuery(
                "SELECT conversation_id FROM ticket_key WHERE token_hash = :hash AND expires_at > now()")
            .setParameter("hash", hash));
  }

  Optional<Long> visitor(List<byte[]> hashes, long conversation) {
    return first(
        entityManager
            .createNativeQuery(OF_CONVERSATION)
            .setParameter("hashes", hashes)
            .setParameter("conversation", conversation));
  }

  Optional<Long> visitorOfFile(List<byte[]> hashes, UUID file) {
    return first(
        entityManager
            .createNativeQuery(OF_FILE)
            .setParameter("hashes", hashes)
            .setParameter("file", file));
  }

  /** Nobody opens these conversations by a link any more. */
  void forget(List<Long> conversations) {
    entityManager
        .createNativeQuery("DELETE FROM ticket_key WHERE conversation_id IN (:conversations)")
        .setParameter("conversations", conversations)
        .executeUpdate();
  }

  int purge() {
    return entityManager.createNativeQuery(PURGE).executeUpdate();
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static Optional<Long> first(Query query) {
    List<Number> found = query.getResultList();
    return found.stream().findFirst().map(Number::longValue);
  }
}
