package shop.emporium.ejb.chat;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.domain.chat.MessageKind;
import shop.emporium.domain.chat.Sender;
import shop.emporium.ejb.shared.DatabaseAwayException;

/**
 * Reads conversations and what was said in them, many at once: for threads that serve all who look
 * at conversations on this node. Who asks makes sure that they may be seen.
 */
@ApplicationScoped
public class TalkReader {

  /** The most messages of a conversation that one reading answers. */
  public static final int PAGE = 100;

  private static final String HEAD_COLUMNS =
      """
      SELECT c.id, c.channel, c.status, coalesce(c.customer_id, 0) AS customer, coalesce(c.visitor_id, 0) AS visitor,
             coalesce(nullif(c.name, ''), p.name, '') AS name, coalesce(nullif(c.email, ''), p.email, '') AS email,
             c.subject, c.language, c.tags, coalesce(c.agent_id, 0) AS agent, coalesce(a.name, '') AS agent_name, c.last_number,
             c.shopper_delivered, c.shopper_read, c.agent_delivered, c.agent_read, c.waiting_since, c.created_at,
             coalesce(c.stars, 0) AS stars
        FROM conversation c
        LEFT JOIN customer p ON p.id = c.customer_id
        LEFT JOIN customer a ON a.id = c.agent_id
      """;

  private static final String HEADS = HEAD_COLUMNS + " WHERE c.id = ANY (?)";

  /** The chat that goes on, else the last one: it may still be rated. */
  private static final String CURRENT =
      HEAD_COLUMNS
          + """
             WHERE c.channel = 'CHAT'
               AND (c.customer_id = ? OR c.customer_id IS NULL AND c.visitor_id = ?)
             ORDER BY c.status <> 'CLOSED' DESC, c.customer_id IS NULL, c.id DESC LIMIT 1
            """;

  private static final String GOING_ON =
      "SELECT id FROM conversation WHERE customer_id = ? AND channel = 'CHAT' AND status <> 'CLOSED'";

  private static final String SINCE =
      """
      SELECT m.conversation_id, m.number, m.client_id, m.sender, coalesce(m.agent_id, 0) AS agent, coalesce(a.name, '') AS name,
             m.kind, m.body, m.choices, m.file_id, f.name AS file_name, f.type AS file_type, f.size AS file_size, m.said_at
        FROM unnest(?::bigint[], ?::integer[]) AS shown (conversation, number)
        CROSS JOIN LATERAL (
          SELECT * FROM conversation_message m
           WHERE m.conversation_id = shown.conversation AND m.number > shown.number
           ORDER BY m.number LIMIT 100) m
        LEFT JOIN customer a ON a.id = m.agent_id
        LEFT JOIN chat_file f ON f.id = m.file_id
       ORDER BY m.conversation_id, m.number
      """;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * How conversations stand, by their numbers; those that there are not are left out.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public Map<Long, TalkHead> heads(Collection<Long> conversations) {
    if (conversations.isEmpty()) {
      return Map.of();
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(HEADS)) {
      statement.setArray(1, connection.createArrayOf("bigint", conversations.toArray()));
      Map<Long, TalkHead> heads = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          TalkHead head = head(rows);
          heads.put(head.id(), head);
        }
      }
      return heads;
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  /**
   * The chat of somebody that goes on, or else the last one.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public Optional<TalkHead> current(ChatOwner owner) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(CURRENT)) {
      statement.setLong(1, owner.customerOrZero());
      statement.setLong(2, owner.visitorOrZero());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(head(rows)) : Optional.empty();
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  /**
   * The number of a customer's chat that goes on, for a page on another device; 0 where there is
   * none.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public long goingOn(long customer) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(GOING_ON)) {
      statement.setLong(1, customer);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  /**
   * What was said in conversations after some message, in its order, at most {@value #PAGE} each.
   *
   * @param after the number of the last message that is known, by the conversation
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public Map<Long, List<ChatLine>> since(Map<Long, Integer> after) {
    if (after.isEmpty()) {
      return Map.of();
    }
    List<Map.Entry<Long, Integer>> all = new ArrayList<>(after.entrySet());
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SINCE)) {
      statement.setArray(
          1, connection.createArrayOf("bigint", all.stream().map(Map.Entry::getKey).toArray()));
      statement.setArray(
          2, connection.createArrayOf("integer", all.stream().map(Map.Entry::getValue).toArray()));
      Map<Long, List<ChatLine>> lines = new HashMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ChatLine line = line(rows);
          lines.computeIfAbsent(line.conversation(), same -> new ArrayList<>()).add(line);
        }
      }
      return lines;
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  private static TalkHead head(ResultSet row) throws SQLException {
    Timestamp waiting = row.getTimestamp("waiting_since");
    return new TalkHead(
        row.getLong("id"),
        Channel.valueOf(row.getString("channel")),
        ConversationStatus.valueOf(row.getString("status")),
        row.getLong("customer"),
        row.getLong("visitor"),
        row.getString("name"),
        row.getString("email"),
        row.getString("subject"),
        row.getString("language"),
        texts(row.getArray("tags")),
        row.getLong("agent"),
        row.getString("agent_name"),
        row.getInt("last_number"),
        new TalkHead.Marks(row.getInt("shopper_delivered"), row.getInt("shopper_read")),
        new TalkHead.Marks(row.getInt("agent_delivered"), row.getInt("agent_read")),
        Optional.ofNullable(waiting).map(Timestamp::toInstant),
        moment(row, "created_at"),
        row.getInt("stars"));
  }

  private static ChatLine line(ResultSet row) throws SQLException {
    UUID file = row.getObject("file_id", UUID.class);
    return new ChatLine(
        row.getLong("conversation_id"),
        row.getInt("number"),
        row.getString("client_id"),
        Sender.valueOf(row.getString("sender")),
        row.getLong("agent"),
        row.getString("name"),
        MessageKind.valueOf(row.getString("kind")),
        row.getString("body"),
        texts(row.getArray("choices")),
        file == null
            ? Optional.empty()
            : Optional.of(
                new ChatLine.FileView(
                    file,
                    row.getString("file_name"),
                    row.getString("file_type"),
                    row.getInt("file_size"))),
        moment(row, "said_at"));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
