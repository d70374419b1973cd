package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationEvent;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.shared.Actor;

/** Begins and moves conversations. Whoever changes one has locked its row. */
@ApplicationScoped
class TalkRepository {

  private static final String BEGIN =
      """
      INSERT INTO conversation (channel, status, status_by, customer_id, visitor_id, language)
      VALUES ('CHAT', 'ASSISTED', :who, nullif(:customer, 0), nullif(:visitor, 0), :language)
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  private static final String LOCK =
      """
      SELECT id, status, channel, coalesce(customer_id, 0) AS customer, coalesce(visitor_id, 0) AS visitor,
             coalesce(agent_id, 0) AS agent, last_number
        FROM conversation WHERE id = :id FOR NO KEY UPDATE
      """;

  private static final String MOVE =
      """
      UPDATE conversation
         SET status = :to, status_by = :who, status_why = :why, status_at = clock_timestamp(), agent_id = nullif(:agent, 0),
             waiting_since = CASE WHEN :to = 'WAITING' THEN coalesce(waiting_since, clock_timestamp()) END,
             asked_at = CASE WHEN :to IN ('WAITING', 'TICKET') THEN coalesce(asked_at, clock_timestamp()) ELSE asked_at END,
             assigned_at = CASE WHEN :agent <> 0 THEN coalesce(assigned_at, clock_timestamp()) ELSE assigned_at END,
             closed_at = CASE WHEN :to = 'CLOSED' THEN clock_timestamp() END
       WHERE id = :id
      """;

  private static final String EVENT =
      """
      WITH c AS (
        UPDATE conversation SET last_number = last_number + 1 WHERE id = :id RETURNING id, last_number)
      INSERT INTO conversation_message (conversation_id, number, client_id, sender, kind, body)
      SELECT c.id, c.last_number, :key, 'SHOP', 'EVENT', :body FROM c
      """;

  /**
   * Of a customer's chat and a guest's that both go on, the one in which a person is wanted goes
   * on, and the other one is closed.
   */
  private static final String YIELD =
      """
      UPDATE conversation o
         SET status = 'CLOSED', closed_at = clock_timestamp(), waiting_since = NULL, status_by = :who,
             status_why = 'goes on in another chat', status_at = clock_timestamp()
       WHERE o.channel = 'CHAT' AND o.status <> 'CLOSED'
         AND CASE WHEN EXISTS (SELECT 1 FROM conversation g WHERE g.visitor_id = :visitor AND g.customer_id IS NULL
                                  AND g.channel = 'CHAT' AND g.status IN ('WAITING', 'OPEN'))
                  THEN o.customer_id = :customer
                  ELSE o.visitor_id = :visitor AND o.customer_id IS NULL
                       AND EXISTS (SELECT 1 FROM conversation c WHERE c.customer_id = :customer AND c.channel = 'CHAT'
                                      AND c.status <> 'CLOSED') END
      RETURNING o.id
      """;

  /** What a guest said is the customer's from the sign-in on. */
  private static final String CLAIM =
      "UPDATE conversation SET customer_id = :customer WHERE visitor_id = :visitor AND customer_id IS NULL RETURNING id";

  @PersistenceContext private EntityManager entityManager;

  /** A chat that begins; empty when somebody else has just begun it. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<Long> begin(ChatOwner owner, String language) {
    List<Number> ids =
        entityManager
            .createNativeQuery(BEGIN)
            .setParameter("customer", owner.customerOrZero())
            .setParameter("visitor", owner.visitorOrZero())
            .setParameter("language", language)
            .setParameter("who", owner.customer().map(Actor::customer).orElse(Actor.GUEST).text())
            .getResultList();
    return ids.stream().findFirst().map(Number::longValue);
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<TalkRow> lock(long id) {
    List<Tuple> rows =
        entityManager.createNativeQuery(LOCK, Tuple.class).setParameter("id", id).getResultList();
    return rows.stream().findFirst().map(TalkRepository::row);
  }

  private static TalkRow row(Tuple row) {
    return new TalkRow(
        number(row, "id"),
        ConversationStatus.valueOf((String) row.get("status")),
        Channel.valueOf((String) row.get("channel")),
        number(row, "customer"),
        number(row, "visitor"),
        number(row, "agent"),
        (int) number(row, "last_number"));
  }

  private static long number(Tuple row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  /** Moves a conversation to a state, and to an agent (0 for nobody). */
  void move(long id, ConversationStatus to, long agent, Actor who, String why) {
    entityManager
        .createNativeQuery(MOVE)
        .setParameter("id", id)
        .setParameter("to", to.name())
        .setParameter("agent", agent)
        .setParameter("who", who.text())
        .setParameter("why", why)
        .executeUpdate();
  }

  /** Tells in the conversation what has happened to it. */
  void tell(long id, ConversationEvent event, String name) {
    entityManager
        .createNativeQuery(EVENT)
        .setParameter("id", id)
        .setParameter("key", UUID.randomUUID().toString())
        .setParameter("body", name.isEmpty() ? event.code() : event.code() + " " + name)
        .executeUpdate();
  }

  void contact(long id, String name, String email) {
    entityManager
        .createNativeQuery("UPDATE conversation SET name = :name, email = :email WHERE id = :id")
        .setParameter("id", id)
        .setParameter("name", name)
        .setParameter("email", email)
        .executeUpdate();
  }

  void rate(long id, int stars, String comment) {
    entityManager
        .createNativeQuery(
            "UPDATE conversation SET stars = :stars, comment = :comment, rated_at = clock_timestamp() WHERE id = :id")
        .setParameter("id", id)
        .setParameter("stars", stars)
        .setParameter("comment", comment)
        .executeUpdate();
  }

  void tag(long id, List<String> tags) {
    Query query =
        entityManager.createNativeQuery(
            "UPDATE conversation SET tags = string_to_array(:tags, E'\\n') WHERE id = :id");
    query.setParameter("id", id).setParameter("tags", String.join("\n", tags)).executeUpdate();
  }

  /** Whether its owner has another chat that goes on: only one may. */
  boolean hasAnotherChat(long id) {
    return !entityManager
        .createNativeQuery(
            """
            SELECT 1 FROM conversation c JOIN conversation o
                ON o.id <> c.id AND o.channel = 'CHAT' AND o.status <> 'CLOSED'
               AND (o.customer_id = c.customer_id OR c.customer_id IS NULL AND o.customer_id IS NULL AND o.visitor_id = c.visitor_id)
             WHERE c.id = :id AND c.channel = 'CHAT'
            """)
        .setParameter("id", id)
        .getResultList()
        .isEmpty();
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  List<Number> claim(long visitor, long customer) {
    // One at a time for a customer: two browsers that sign in at once would both keep their chat.
    entityManager
        .createNativeQuery("SELECT id FROM customer WHERE id = :id FOR NO KEY UPDATE")
        .setParameter("id", customer)
        .getResultList();
    List<Number> closed =
        entityManager
            .createNativeQuery(YIELD)
            .setParameter("visitor", visitor)
            .setParameter("customer", customer)
            .setParameter("who", Actor.customer(customer).text())
            .getResultList();
    closed.forEach(id -> tell(id.longValue(), ConversationEvent.CLOSED, ""));
    List<Number> changed = new ArrayList<>(closed);
    changed.addAll(
        entityManager
            .createNativeQuery(CLAIM)
            .setParameter("visitor", visitor)
            .setParameter("customer", customer)
            .getResultList());
    return changed;
  }
}
