package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;

/** Keeps answers that are ready. */
@ApplicationScoped
class CannedReplyRepository {

  private static final String SAME =
      """
      SELECT count(*) FROM canned_reply WHERE shortcut = :shortcut AND language = :language AND id <> :id
      """;

  private static final String INSERT =
      """
      INSERT INTO canned_reply (shortcut, language, title, body) VALUES (:shortcut, :language, :title, :body) RETURNING id
      """;

  private static final String UPDATE =
      """
      UPDATE canned_reply SET shortcut = :shortcut, language = :language, title = :title, body = :body WHERE id = :id
      """;

  @PersistenceContext private EntityManager entityManager;

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<CannedReply> all(int most) {
    List<Tuple> rows =
        entityManager
            .createNativeQuery(
                "SELECT id, shortcut, language, title, body FROM canned_reply ORDER BY shortcut, language LIMIT :most",
                Tuple.class)
            .setParameter("most", most)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new CannedReply(
                    ((Number) row.get("id")).longValue(),
                    (String) row.get("shortcut"),
                    (String) row.get("language"),
                    (String) row.get("title"),
                    (String) row.get("body")))
        .toList();
  }

  /** Lets nobody else change any until the transaction ends. */
  void lock() {
    entityManager
        .createNativeQuery("LOCK TABLE canned_reply IN SHARE ROW EXCLUSIVE MODE")
        .executeUpdate();
  }

  int count() {
    return number(entityManager.createNativeQuery("SELECT count(*) FROM canned_reply"));
  }

  /** Whether another one has the shortcut of this. */
  boolean isTaken(long id, CannedReplyFields fields) {
    return number(
            entityManager
                .createNativeQuery(SAME)
                .setParameter("shortcut", fields.shortcut())
                .setParameter("language", fields.language())
                .setParameter("id", id))
        > 0;
  }

  long add(CannedReplyFields fields) {
    return ((Number) filled(INSERT, fields).getSingleResult()).longValue();
  }

  boolean change(long id, CannedReplyFields fields) {
    return filled(UPDATE, fields).setParameter("id", id).executeUpdate() > 0;
  }

  boolean delete(long id) {
    return entityManager
            .createNativeQuery("DELETE FROM canned_reply WHERE id = :id")
            .setParameter("id", id)
            .executeUpdate()
        > 0;
  }

  private Query filled(String sql, CannedReplyFields fields) {
    return entityManager
        .createNativeQuery(sql)
        .setParameter("shortcut", fields.shortcut())
        .setParameter("language", fields.language())
        .setParameter("title", fields.title())
        .setParameter("body", fields.body());
  }

  private static int number(Query query) {
    return ((Number) query.getSingleResult()).intValue();
  }
}
