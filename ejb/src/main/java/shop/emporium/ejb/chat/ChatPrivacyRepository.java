package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Shows and forgets whose conversations these are. */
@ApplicationScoped
class ChatPrivacyRepository {

  private static final String EXPORT =
      """
      SELECT CAST(coalesce(json_agg(json_build_object(
          'number', c.id, 'channel', lower(c.channel), 'status', lower(c.status), 'name', c.name, 'email', c.email,
          'phone', c.phone, 'subject', c.subject, 'language', c.language, 'createdAt', iso_utc(c.created_at),
          'closedAt', iso_utc(c.closed_at), 'stars', c.stars, 'comment', c.comment,
          'messages', (SELECT coalesce(json_agg(json_build_object('from', lower(m.sender), 'kind', lower(m.kind),
              'text', m.body, 'file', f.name, 'at', iso_utc(m.said_at)) ORDER BY m.number), '[]')
            FROM conversation_message m LEFT JOIN chat_file f ON f.id = m.file_id
           WHERE m.conversation_id = c.id AND m.kind <> 'NOTE')) ORDER BY c.id), '[]') AS text)
        FROM conversation c WHERE c.customer_id = :customer
      """;

  private static final String FORGET_WORDS =
      """
      UPDATE conversation_message SET body = '…', choices = CAST(ARRAY[] AS varchar[]), file_id = NULL,
             kind = CASE kind WHEN 'FILE' THEN 'TEXT' ELSE kind END
       WHERE conversation_id IN (:own) AND kind <> 'EVENT'
      """;

  private static final String FORGET_FILES =
      "DELETE FROM chat_file WHERE conversation_id IN (:own)";

  /** Nobody is left at the other end, so each of them is closed. */
  private static final String FORGET_PERSON =
      """
      UPDATE conversation SET customer_id = NULL, visitor_id = :visitor, name = '', email = '', phone = '', subject = '',
             comment = '', last_text = '…', waiting_since = NULL, closed_at = coalesce(closed_at, clock_timestamp()),
             status_by = CASE status WHEN 'CLOSED' THEN status_by ELSE 'shop' END,
             status_why = CASE status WHEN 'CLOSED' THEN status_why ELSE 'erased' END,
             status_at = CASE status WHEN 'CLOSED' THEN status_at ELSE clock_timestamp() END, status = 'CLOSED'
       WHERE id IN (:own)
      """;

  @PersistenceContext private EntityManager entityManager;

  /** All conversations of a customer, as JSON; without what colleagues note for each other. */
  String export(long customer) {
    return (String)
        entityManager
            .createNativeQuery(EXPORT)
            .setParameter("customer", customer)
            .getSingleResult();
  }

  /** Locks the conversations of a customer, so that nobody says anything in them meanwhile. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<Long> lock(long customer) {
    List<Number> numbers =
        entityManager
            .createNativeQuery(
                "SELECT id FROM conversation WHERE customer_id = ?1 ORDER BY id FOR NO KEY UPDATE")
            .setParameter(1, customer)
            .getResultList();
    return numbers.stream().map(Number::longValue).toList();
  }

  /** Forgets what was said in conversations and who it was; they are a nameless guest's then. */
  void forget(List<Long> own, long visitor) {
    entityManager.createNativeQuery(FORGET_WORDS).setParameter("own", own).executeUpdate();
    entityManager.createNativeQuery(FORGET_FILES).setParameter("own", own).executeUpdate();
    entityManager
        .createNativeQuery(FORGET_PERSON)
        .setParameter("own", own)
        .setParameter("visitor", visitor)
        .executeUpdate();
  }
}
