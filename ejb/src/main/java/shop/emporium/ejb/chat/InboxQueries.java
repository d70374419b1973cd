package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/** Reads the inbox: a page of it in one statement. */
@ApplicationScoped
class InboxQueries {

  private static final String COLUMNS =
      """
      c.id, c.channel, c.status, coalesce(c.customer_id, 0) AS customer,
      coalesce(nullif(c.name, ''), k.name, '') AS name, coalesce(nullif(k.email, ''), c.email) AS email, c.phone,
      c.subject, c.language, coalesce(c.agent_id, 0) AS agent, coalesce(a.name, '') AS agent_name,
      array_to_string(c.tags, chr(10)) AS tags, c.last_text, c.last_from, c.last_said_at, c.waiting_since, c.created_at,
      c.closed_at, coalesce(c.stars, 0) AS stars, c.comment,
      (SELECT count(*) FROM conversation_message m
        WHERE m.conversation_id = c.id AND m.number > c.agent_read AND m.sender = 'SHOPPER') AS unread
      """;

  private static final String PEOPLE =
      """
      LEFT JOIN customer k ON k.id = c.customer_id AND k.erased_at IS NULL
      LEFT JOIN customer a ON a.id = c.agent_id
      """;

  /** So many are looked for that all of their pages can be shown, and no more. */
  private static final String LIST =
      """
      WITH found AS (
        SELECT c.id, row_number() OVER (ORDER BY %2$s) AS place FROM conversation c WHERE %1$s %3$s
         ORDER BY %2$s LIMIT 1000),
      page AS (SELECT id, place FROM found ORDER BY place LIMIT :size OFFSET :skip)
      SELECT %4$s, %6$s AS hit, (SELECT count(*) FROM found) AS total
        FROM page JOIN conversation c ON c.id = page.id %5$s ORDER BY page.place
      """;

  /** By words that were said, by who and what about, and by number: each has its index. */
  private static final String MATCHES =
      """
      AND c.id IN (
        SELECT m.conversation_id FROM conversation_message m
         WHERE :words <> '' AND to_tsvector('simple', m.body) @@ to_tsquery('simple', :words)
        UNION ALL
        SELECT p.id FROM conversation p WHERE (p.name || ' ' || p.email || ' ' || p.subject) ILIKE :like
        UNION ALL
        SELECT p.id FROM conversation p JOIN customer w ON w.id = p.customer_id
         WHERE :exact <> '' AND w.email_key = :exact AND w.erased_at IS NULL
        UNION ALL
        SELECT CAST(:number AS bigint))
      """;

  private static final String HIT =
      """
      coalesce((SELECT left(m.body, 160) FROM conversation_message m
        WHERE m.conversation_id = c.id AND :words <> ''
          AND to_tsvector('simple', m.body) @@ to_tsquery('simple', :words)
        ORDER BY m.number DESC LIMIT 1), '')
      """;

  private static final String HEAD =
      "SELECT " + COLUMNS + ", '' AS hit FROM conversation c " + PEOPLE + " WHERE c.id = :id";

  /**
   * A customer's, or those of guests who gave this address: what is of an account is not shown for
   * somebody who only names its address.
   */
  private static final String OF_PERSON =
      "SELECT "
          + COLUMNS
          + ", '' AS hit FROM conversation c "
          + PEOPLE
          + """
             WHERE (:customer > 0 AND c.customer_id = :customer)
                OR (:customer = 0 AND :email <> '' AND c.customer_id IS NULL AND c.email <> ''
                    AND lower(c.email COLLATE "C") = :email)
                OR (:customer = 0 AND :visitor > 0 AND c.visitor_id = :visitor AND c.customer_id IS NULL)
             ORDER BY c.id DESC LIMIT :most
            """;

  @PersistenceContext private EntityManager entityManager;

  InboxPage list(InboxQuery wanted) {
    String text = wanted.text().strip();
    boolean isSearch = !text.isEmpty();
    String sql =
        LIST.formatted(
            wanted.box().condition(),
            wanted.box().order(),
            isSearch ? MATCHES : "",
            COLUMNS,
            PEOPLE,
            isSearch ? HIT : "''");
    Query query =
        entityManager
            .createNativeQuery(sql, Tuple.class)
            .setParameter("size", wanted.size())
            .setParameter("skip", (wanted.page() - 1) * wanted.size());
    if (wanted.box() == InboxBox.MINE) {
      query.setParameter("agent", wanted.agent());
    }
    if (isSearch) {
      query
          .setParameter("words", InboxWords.query(text))
          .setParameter("like", InboxWords.like(text))
          .setParameter("exact", InboxRows.emailKey(text))
          .setParameter("number", InboxWords.number(text));
    }
    List<Tuple> rows = InboxRows.of(query);
    int total = rows.isEmpty() ? 0 : ((Number) rows.get(0).get("total")).intValue();
    return new InboxPage(
        rows.stream().map(InboxRows::row).toList(), wanted.page(), wanted.size(), total);
  }

  Optional<InboxRow> find(long conversation) {
    return InboxRows.of(
            entityManager.createNativeQuery(HEAD, Tuple.class).setParameter("id", conversation))
        .stream()
        .findFirst()
        .map(InboxRows::row);
  }

  /** The guest whose conversation it is; 0 where it is a customer's. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  long visitorOf(long conversation) {
    List<Number> found =
        entityManager
            .createNativeQuery(
                "SELECT coalesce(visitor_id, 0) FROM conversation WHERE id = :id AND customer_id IS NULL")
            .setParameter("id", conversation)
            .getResultList();
    return found.isEmpty() ? 0 : found.get(0).longValue();
  }

  /** All that somebody has said here, the newest first. */
  List<InboxRow> ofPerson(long customer, String emailKey, long visitor, int most) {
    return InboxRows.of(
            entityManager
                .createNativeQuery(OF_PERSON, Tuple.class)
                .setParameter("customer", customer)
                .setParameter("email", emailKey)
                .setParameter("visitor", visitor)
                .setParameter("most", most))
        .stream()
        .map(InboxRows::row)
        .toList();
  }
}
