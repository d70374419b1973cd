package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.chat.Sender;
import shop.emporium.domain.chat.TicketState;
import shop.emporium.ejb.shared.SqlMoment;

/** Reads tickets for those whose they are. */
@ApplicationScoped
class TicketQueries {

  private static final int HEAD = 160;

  /** The last word between people is read, since colleagues write notes beside it. */
  private static final String SUMMARY =
      """
      SELECT c.id, c.channel, c.status, c.subject, c.created_at, l.sender, coalesce(l.said_at, c.created_at) AS said_at,
             coalesce(l.body, '') AS body, count(*) OVER () AS total
        FROM conversation c LEFT JOIN LATERAL (
          SELECT m.sender, m.body, m.said_at FROM conversation_message m
           WHERE m.conversation_id = c.id AND m.kind IN ('TEXT', 'FILE') AND m.sender IN ('SHOPPER', 'AGENT')
           ORDER BY m.number DESC LIMIT 1) l ON true
       WHERE %s AND %s
      """
          .formatted(FormRepository.OWNED, FormRepository.TICKET);

  private static final String LIST =
      SUMMARY + " ORDER BY said_at DESC, c.id DESC LIMIT :size OFFSET :skip";

  private static final String ONE = SUMMARY + " AND c.id = :conversation";

  /** An event is kept as its code, and the name that it is about. */
  private static final String LINES =
      """
      SELECT m.number, m.sender, m.kind, m.said_at, CAST(m.file_id AS text) AS file,
             CASE m.kind WHEN 'FILE' THEN f.name WHEN 'EVENT' THEN split_part(m.body, ' ', 1) ELSE m.body END AS body,
             coalesce(split_part(a.name, ' ', 1), '') AS agent
        FROM conversation_message m LEFT JOIN customer a ON a.id = m.agent_id LEFT JOIN chat_file f ON f.id = m.file_id
       WHERE m.conversation_id = :conversation AND m.kind <> 'NOTE'
       ORDER BY m.number DESC LIMIT :most
      """;

  private static final String ADDRESSEE =
      """
      SELECT coalesce(u.id, 0) AS customer, c.language,
             coalesce(u.name, c.name) AS name, coalesce(u.email, c.email) AS email
        FROM conversation c LEFT JOIN customer u ON u.id = c.customer_id AND u.erased_at IS NULL
       WHERE c.id = :conversation
      """;

  @PersistenceContext private EntityManager entityManager;

  TicketPage list(ChatOwner owner, int page, int size) {
    List<Tuple> rows =
        rows(FormRepository.owned(query(LIST), owner)
                .setParameter("size", size)
                .setParameter("skip", (page - 1) * size))
            .toList();
    long total = rows.isEmpty() ? 0 : number(rows.get(0), "total");
    return new TicketPage(rows.stream().map(TicketQueries::summary).toList(), page, size, total);
  }

  Optional<TicketSummary> summary(ChatOwner owner, long conversation) {
    return rows(FormRepository.owned(query(ONE), owner, conversation))
        .findFirst()
        .map(TicketQueries::summary);
  }

  /** What was said last, in its order. */
  List<TicketLine> lines(long conversation, int most) {
    return rows(query(LINES).setParameter("conversation", conversation).setParameter("most", most))
        .map(TicketQueries::line)
        .sorted((one, other) -> Integer.compare(one.number(), other.number()))
        .toList();
  }

  Optional<Addressee> addressee(long conversation) {
    return rows(query(ADDRESSEE).setParameter("conversation", conversation))
        .findFirst()
        .map(
            row ->
                new Addressee(
                    number(row, "customer"),
                    (String) row.get("name"),
                    (String) row.get("email"),
                    Locale.forLanguageTag((String) row.get("language"))));
  }

  private static TicketSummary summary(Tuple row) {
    return new TicketSummary(
        number(row, "id"),
        Channel.valueOf((String) row.get("channel")),
        TicketState.of(
            ConversationStatus.valueOf((String) row.get("status")),
            Optional.ofNullable((String) row.get("sender")).map(Sender::valueOf)),
        (String) row.get("subject"),
        MessageText.head((String) row.get("body"), HEAD),
        SqlMoment.of(row.get("created_at")),
        SqlMoment.of(row.get("said_at")));
  }

  private static TicketLine line(Tuple row) {
    return new TicketLine(
        ((Number) row.get("number")).intValue(),
        Sender.valueOf((String) row.get("sender")),
        MessageKind.valueOf((String) row.get("kind")),
        (String) row.get("agent"),
        (String) row.get("body"),
        Optional.ofNullable((String) row.get("file")).orElse(""),
        SqlMoment.of(row.get("said_at")));
  }

  private static long number(Tuple row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  private Query query(String sql) {
    return entityManager.createNativeQuery(sql, Tuple.class);
  }

  @SuppressWarnings("unchecked") // JPA has no typed native query before 3.2.
  private static Stream<Tuple> rows(Query query) {
    return query.getResultList().stream();
  }
}
