package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.chat.FileKind;

/** Reads and writes the files of conversations. */
@ApplicationScoped
class ChatFileRepository {

  /** A conversation that a customer has signed for is no longer the browser's. */
  private static final String IS_OF_OWNER =
      " (c.customer_id = :customer OR (c.customer_id IS NULL AND c.visitor_id = :visitor))";

  private static final String LOCK_OWN =
      "SELECT c.id FROM conversation c WHERE"
          + IS_OF_OWNER
          + " AND (c.id = :conversation OR (:conversation = 0 AND c.channel = 'CHAT' AND c.status"
          + " <> 'CLOSED'))"
          // Both a customer's chat and a guest's of the same browser may go on: the customer's.
          + " ORDER BY c.customer_id NULLS LAST LIMIT 1 FOR NO KEY UPDATE";

  private static final String LOCK =
      "SELECT c.id FROM conversation c WHERE c.id = :conversation FOR NO KEY UPDATE";

  /** Under the lock of the conversation: nobody else adds a file to it meanwhile. */
  private static final String INSERT =
      """
      INSERT INTO chat_file (id, conversation_id, is_of_agent, name, type, content)
      SELECT :id, :conversation, :agent, :name, :type, :content
        FROM (SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes
                FROM chat_file WHERE conversation_id = :conversation) AS kept
       WHERE files < :mostFiles AND bytes + :size <= :mostBytes
      """;

  private static final String READ =
      "SELECT f.name, f.type, f.size, f.content FROM chat_file f WHERE f.id = :id";

  private static final String READ_OWN =
      "SELECT f.name, f.type, f.size, f.content FROM chat_file f"
          + " JOIN conversation c ON c.id = f.conversation_id WHERE f.id = :id AND"
          + IS_OF_OWNER;

  private static final String PURGE =
      """
      DELETE FROM chat_file WHERE id IN (
        SELECT f.id FROM chat_file f
         WHERE f.created_at < now() - interval '1 day'
           AND NOT EXISTS (SELECT 1 FROM conversation_message m
                            WHERE m.conversation_id = f.conversation_id AND m.file_id = f.id)
         LIMIT 100 FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext private EntityManager entityManager;

  /**
   * A conversation of an owner's, which stays as it is until the transaction ends.
   *
   * @param conversation 0 for the chat that goes on
   */
  Optional<Long> lock(ChatOwner owner, long conversation) {
    return first(owned(LOCK_OWN, owner).setParameter("conversation", conversation))
        .map(id -> ((Number) id).longValue());
  }

  /** Whether there is such a conversation; it stays as it is until the transaction ends. */
  boolean lock(long conversation) {
    return first(entityManager.createNativeQuery(LOCK).setParameter("conversation", conversation))
        .isPresent();
  }

  /** Adds a file to a conversation that is locked; false when it has as much as it may have. */
  boolean insert(long conversation, boolean isOfAgent, ChatFile file, byte[] content) {
    return entityManager
            .createNativeQuery(INSERT)
            .setParameter("id", file.id())
            .setParameter("conversation", conversation)
            .setParameter("agent", isOfAgent)
            .setParameter("name", file.name())
            .setParameter("type", file.kind().contentType())
            .setParameter("content", content)
            .setParameter("size", file.size())
            .setParameter("mostFiles", ChatFiles.MOST_FILES)
            .setParameter("mostBytes", ChatFiles.MOST_BYTES)
            .executeUpdate()
        > 0;
  }

  Optional<ChatFileContent> read(ChatOwner owner, UUID id) {
    return content(id, owned(READ_OWN, owner).setParameter("id", id));
  }

  Optional<ChatFileContent> read(UUID id) {
    return content(id, entityManager.createNativeQuery(READ).setParameter("id", id));
  }

  int purge() {
    return entityManager.createNativeQuery(PURGE).executeUpdate();
  }

  private Query owned(String sql, ChatOwner owner) {
    return entityManager
        .createNativeQuery(sql)
        .setParameter("customer", owner.customerOrZero())
        .setParameter("visitor", owner.visitorOrZero());
  }

  private static Optional<ChatFileContent> content(UUID id, Query query) {
    return first(query)
        .map(Object[].class::cast)
        .map(
            row ->
                new ChatFileContent(
                    new ChatFile(
                        id,
                        (String) row[0],
                        FileKind.ofType((String) row[1]).orElseThrow(),
                        ((Number) row[2]).intValue()),
                    (byte[]) row[3]));
  }

  private static Optional<Object> first(Query query) {
    List<?> rows = query.getResultList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }
}
