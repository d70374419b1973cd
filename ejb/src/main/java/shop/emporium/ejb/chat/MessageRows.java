package shop.emporium.ejb.chat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageText;
import shop.emporium.domain.chat.Sender;

/** The statements that keep messages, on one connection; each is about all of them at once. */
final class MessageRows {

  /** Whoever locks several conversations does so in this order. */
  static final String LOCK =
      """
      SELECT id, status, channel, coalesce(customer_id, 0), coalesce(visitor_id, 0), coalesce(agent_id, 0), last_number
        FROM conversation WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE
      """;

  private static final String KNOWN =
      """
      SELECT m.conversation_id, m.sender, m.client_id, m.number
        FROM unnest(?::bigint[], ?::varchar[], ?::varchar[]) AS said (conversation, sender, id)
        JOIN conversation_message m
          ON m.conversation_id = said.conversation AND m.sender = said.sender AND m.client_id = said.id
      """;

  private static final String FILES =
      """
      SELECT f.id FROM unnest(?::uuid[], ?::bigint[], ?::boolean[]) AS shown (id, conversation, is_of_agent)
        JOIN chat_file f
          ON f.id = shown.id AND f.conversation_id = shown.conversation AND f.is_of_agent = shown.is_of_agent
      """;

  private static final String INSERT =
      """
      INSERT INTO conversation_message
        (conversation_id, number, client_id, sender, agent_id, kind, body, choices, file_id, said_at)
      SELECT conversation, number, id, sender, nullif(agent, 0), kind, body,
             CASE choices WHEN '' THEN '{}' ELSE string_to_array(choices, E'\\n') END, nullif(file, '')::uuid, clock_timestamp()
        FROM unnest(?::bigint[], ?::integer[], ?::varchar[], ?::varchar[], ?::bigint[], ?::varchar[], ?::varchar[],
                    ?::varchar[], ?::varchar[])
          AS said (conversation, number, id, sender, agent, kind, body, choices, file)
      """;

  /**
   * A note, or what the assistant says: to lists and to figures it is as if nothing had been said.
   */
  private static final String NOTE =
      """
      UPDATE conversation c
         SET last_number = said.number,
             last_text = CASE WHEN said.is_note THEN c.last_text ELSE said.head END,
             last_from = CASE WHEN said.is_note THEN c.last_from ELSE said.sender END,
             last_said_at = CASE WHEN said.is_note THEN c.last_said_at ELSE clock_timestamp() END,
             answered_at = CASE WHEN said.has_answer THEN coalesce(c.answered_at, clock_timestamp()) ELSE c.answered_at END
        FROM unnest(?::bigint[], ?::integer[], ?::varchar[], ?::varchar[], ?::boolean[], ?::boolean[])
          AS said (conversation, number, head, sender, is_note, has_answer)
       WHERE c.id = said.conversation
      """;

  private static final int HEAD = 120;

  private final Connection connection;

  MessageRows(Connection connection) {
    this.connection = connection;
  }

  Map<Long, TalkRow> lock(Collection<Long> conversations) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
      statement.setArray(1, connection.createArrayOf("bigint", conversations.toArray()));
      Map<Long, TalkRow> talks = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          TalkRow talk = talk(rows);
          talks.put(talk.id(), talk);
        }
      }
      return talks;
    }
  }

  private static TalkRow talk(ResultSet row) throws SQLException {
    return new TalkRow(
        row.getLong(1),
        ConversationStatus.valueOf(row.getString(2)),
        Channel.valueOf(row.getString(3)),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getInt(7));
  }

  /** Which of the files that are to be shown the same side has uploaded for the conversation. */
  Set<UUID> files(List<Saying> sayings) throws SQLException {
    List<Saying> shown = sayings.stream().filter(saying -> saying.file().isPresent()).toList();
    Set<UUID> found = new HashSet<>();
    if (shown.isEmpty()) {
      return found;
    }
    try (PreparedStatement statement = connection.prepareStatement(FILES)) {
      set(statement, 1, "uuid", shown, saying -> saying.file().get());
      set(statement, 2, "bigint", shown, Saying::conversation);
      set(statement, 3, "boolean", shown, saying -> saying.speaker().sender() == Sender.AGENT);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return found;
  }

  /** The numbers of those that were kept before. */
  Map<MessageKey, Integer> known(List<Saying> sayings) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      set(statement, 1, "bigint", sayings, Saying::conversation);
      set(statement, 2, "varchar", sayings, saying -> saying.speaker().sender().name());
      set(statement, 3, "varchar", sayings, Saying::id);
      Map<MessageKey, Integer> known = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          known.put(
              new MessageKey(rows.getLong(1), Sender.valueOf(rows.getString(2)), rows.getString(3)),
              rows.getInt(4));
        }
      }
      return known;
    }
  }

  void insert(List<Said> kept) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      set(statement, 1, "bigint", kept, said -> said.saying().conversation());
      set(statement, 2, "integer", kept, Said::number);
      set(statement, 3, "varchar", kept, said -> said.saying().id());
      set(statement, 4, "varchar", kept, said -> said.saying().speaker().sender().name());
      set(statement, 5, "bigint", kept, said -> said.saying().speaker().agent().orElse(0L));
      set(statement, 6, "varchar", kept, said -> said.saying().kind().name());
      set(statement, 7, "varchar", kept, said -> said.saying().text());
      set(statement, 8, "varchar", kept, said -> String.join("\n", said.saying().choices()));
      set(
          statement,
          9,
          "varchar",
          kept,
          said -> said.saying().file().map(UUID::toString).orElse(""));
      statement.executeUpdate();
    }
  }

  /** Tells the conversations what was said in them last. */
  void note(List<Said> kept) throws SQLException {
    Map<Long, LastSaid> lasts = new LinkedHashMap<>();
    kept.forEach(
        said -> lasts.merge(said.saying().conversation(), LastSaid.of(said), LastSaid::followedBy));
    List<LastSaid> all = List.copyOf(lasts.values());
    try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
      set(statement, 1, "bigint", all, LastSaid::conversation);
      set(statement, 2, "integer", all, LastSaid::number);
      set(statement, 3, "varchar", all, last -> MessageText.head(last.text(), HEAD));
      set(statement, 4, "varchar", all, last -> last.sender().name());
      set(statement, 5, "boolean", all, LastSaid::isNote);
      set(statement, 6, "boolean", all, LastSaid::hasAnswer);
      statement.executeUpdate();
    }
  }

  private <T> void set(
      PreparedStatement statement, int index, String type, List<T> all, Function<T, Object> value)
      throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, all.stream().map(value).toArray()));
  }
}
