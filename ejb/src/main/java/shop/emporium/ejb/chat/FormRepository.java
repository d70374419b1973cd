package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationEvent;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.shared.Actor;

/** Writes tickets: what comes by forms, and what shoppers answer. */
@ApplicationScoped
class FormRepository {

  /**
   * Who is signed out again in a browser sees nothing of the account by the browser's key: that
   * opens what is of no account.
   */
  static final String OWNED =
      "(c.customer_id = :customer OR c.customer_id IS NULL AND c.visitor_id = :visitor)";

  /** Answered by mail, or was so once. */
  static final String TICKET =
      """
      (c.channel <> 'CHAT' OR c.status = 'TICKET' OR EXISTS (
         SELECT 1 FROM conversation_event e WHERE e.conversation_id = c.id AND e.to_status = 'TICKET'))
      """;

  /** With all that it says: an id alone may be somebody else's, of a program that counts. */
  private static final String SAME =
      """
      SELECT c.id FROM conversation c JOIN conversation_message m ON m.conversation_id = c.id AND m.number = 1
       WHERE c.created_at > now() - interval '1 day' AND c.channel = :channel
         AND coalesce(c.customer_id, 0) = :customer AND c.email = :email AND c.phone = :phone
         AND m.client_id = :id AND m.sender = 'SHOPPER' AND m.body = :text
      """;

  private static final String ADD =
      """
      INSERT INTO conversation (channel, status, status_by, status_why, customer_id, visitor_id, name, email, phone,
             subject, language, last_number, last_text, shopper_delivered, shopper_read, asked_at)
      VALUES (:channel, 'TICKET', :who, 'form', nullif(:customer, 0), nullif(:visitor, 0), :name, :email, :phone,
              :subject, :language, 1, :head, 1, 1, clock_timestamp())
      RETURNING id
      """;

  private static final String SAY =
      """
      INSERT INTO conversation_message (conversation_id, number, client_id, sender, kind, body)
      VALUES (:conversation, :number, :id, :sender, :kind, :body)
      """;

  private static final String LOCK =
      "SELECT c.status, c.channel, c.last_number FROM conversation c WHERE c.id = :conversation AND "
          + OWNED
          + " AND "
          + TICKET
          + " FOR NO KEY UPDATE OF c";

  private static final String SAID =
      """
      UPDATE conversation SET last_number = :number, last_text = :head, last_from = 'SHOPPER',
             last_said_at = clock_timestamp(), shopper_delivered = :number, shopper_read = :number
       WHERE id = :conversation
      """;

  private static final String MOVE =
      """
      UPDATE conversation SET status = :status, status_by = :who, status_why = 'answered',
             status_at = clock_timestamp(), closed_at = NULL
       WHERE id = :conversation
      """;

  private static final String CHATTING =
      """
      SELECT o.id FROM conversation o JOIN conversation c ON c.id = :conversation AND o.id <> c.id
       WHERE o.channel = 'CHAT' AND o.status <> 'CLOSED'
         AND (o.customer_id = c.customer_id
              OR c.customer_id IS NULL AND o.customer_id IS NULL AND o.visitor_id = c.visitor_id)
      """;

  private static final String SEE =
      "UPDATE conversation c SET shopper_delivered = c.last_number, shopper_read = c.last_number"
          + " WHERE c.id = :conversation AND c.shopper_read < c.last_number AND "
          + OWNED;

  @PersistenceContext private EntityManager entityManager;

  /** How a ticket stands. */
  record Standing(ConversationStatus status, Channel channel, int last) {}

  /** Lets nobody else keep a form of this id until the transaction ends. */
  void reserve(String id) {
    entityManager
        .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:id, 16))")
        .setParameter("id", id)
        .getSingleResult();
  }

  /** The conversation that the same form has made before. */
  Optional<Long> same(long customer, NewForm form) {
    return first(
            entityManager
                .createNativeQuery(SAME)
                .setParameter("channel", form.channel().name())
                .setParameter("customer", customer)
                .setParameter("email", form.email())
                .setParameter("phone", form.phone())
                .setParameter("id", form.id())
                .setParameter("text", form.text()))
        .map(Number::longValue);
  }

  long add(long customer, long visitor, NewForm form, Actor who, String head) {
    return ((Number)
            entityManager
                .createNativeQuery(ADD)
                .setParameter("channel", form.channel().name())
                .setParameter("who", who.text())
                .setParameter("customer", customer)
                .setParameter("visitor", visitor)
                .setParameter("name", form.name())
                .setParameter("email", form.email())
                .setParameter("phone", form.phone())
                .setParameter("subject", form.subject())
                .setParameter("language", form.language())
                .setParameter("head", head)
                .getSingleResult())
        .longValue();
  }

  /** What the shopper says. */
  void say(long conversation, int number, String id, String text) {
    insert(conversation, number, id, "SHOPPER", "TEXT", text);
  }

  /** What happens to it. */
  void happen(long conversation, int number, String id, ConversationEvent event) {
    insert(conversation, number, id, "SHOP", "EVENT", event.code());
  }

  private void insert(
      long conversation, int number, String id, String sender, String kind, String body) {
    entityManager
        .createNativeQuery(SAY)
        .setParameter("conversation", conversation)
        .setParameter("number", number)
        .setParameter("id", id)
        .setParameter("sender", sender)
        .setParameter("kind", kind)
        .setParameter("body", body)
        .executeUpdate();
  }

  /** Somebody's ticket, locked; empty when it is not theirs. */
  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  Optional<Standing> lock(ChatOwner owner, long conversation) {
    List<Tuple> found =
        owned(entityManager.createNativeQuery(LOCK, Tuple.class), owner, conversation)
            .getResultList();
    return found.stream()
        .findFirst()
        .map(
            row ->
                new Standing(
                    ConversationStatus.valueOf((String) row.get("status")),
                    Channel.valueOf((String) row.get("channel")),
                    ((Number) row.get("last_number")).intValue()));
  }

  /** The number of what the shopper has said with an id already. */
  Optional<Integer> said(long conversation, String id) {
    return first(
            entityManager
                .createNativeQuery(
                    "SELECT number FROM conversation_message WHERE conversation_id = :conversation"
                        + " AND sender = 'SHOPPER' AND client_id = :id")
                .setParameter("conversation", conversation)
                .setParameter("id", id))
        .map(Number::intValue);
  }

  /** Writes down in the conversation what was said last. */
  void said(long conversation, int number, String head) {
    entityManager
        .createNativeQuery(SAID)
        .setParameter("conversation", conversation)
        .setParameter("number", number)
        .setParameter("head", head)
        .executeUpdate();
  }

  void move(long conversation, ConversationStatus status, Actor who) {
    entityManager
        .createNativeQuery(MOVE)
        .setParameter("conversation", conversation)
        .setParameter("status", status.name())
        .setParameter("who", who.text())
        .executeUpdate();
  }

  /** Whether its owner has another chat that goes on. */
  boolean isChatting(long conversation) {
    return first(
            entityManager.createNativeQuery(CHATTING).setParameter("conversation", conversation))
        .isPresent();
  }

  /** Notes that all was seen; returns whether that is news. */
  boolean see(ChatOwner owner, long conversation) {
    return owned(entityManager.createNativeQuery(SEE), owner, conversation).executeUpdate() > 0;
  }

  static Query owned(Query query, ChatOwner owner, long conversation) {
    return owned(query, owner).setParameter("conversation", conversation);
  }

  static Query owned(Query query, ChatOwner owner) {
    return query
        .setParameter("customer", owner.customerOrZero())
        .setParameter("visitor", owner.visitorOrZero());
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static Optional<Number> first(Query query) {
    return ((List<Number>) query.getResultList()).stream().findFirst();
  }
}
