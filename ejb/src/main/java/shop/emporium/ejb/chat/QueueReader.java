package shop.emporium.ejb.chat;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.Set;
import javax.sql.DataSource;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.ejb.shared.DatabaseAwayException;
import shop.emporium.ejb.shared.IdLookup;

/** Reads who waits, and who answers whom. */
@ApplicationScoped
public class QueueReader {

  /** The most lines of a list. */
  public static final int MOST = 100;

  private static final String WAITING =
      "SELECT id FROM conversation WHERE status = 'WAITING' ORDER BY waiting_since, id LIMIT 1000";

  private static final String LOADS =
      "SELECT agent_id, count(*) FROM conversation WHERE status = 'OPEN' GROUP BY agent_id";

  /** Those of whom somebody waits at the other end in vain: the agent has gone. */
  private static final String LEFT_ALONE =
      """
      SELECT id, agent_id FROM conversation
       WHERE status = 'OPEN' AND agent_id = ANY (?) AND last_from <> 'AGENT'
       ORDER BY id LIMIT 100
      """;

  private static final String CONTACTABLE =
      """
      SELECT c.id FROM conversation c LEFT JOIN customer p ON p.id = c.customer_id
       WHERE c.id = ANY (?) AND (c.email <> '' OR p.email IS NOT NULL)
      """;

  private static final String QUIET =
      """
      SELECT id FROM conversation
       WHERE status IN ('ASSISTED', 'OPEN') AND last_said_at < now() - make_interval(hours => 24)
       ORDER BY last_said_at LIMIT 100
      """;

  private static final String LINE =
      """
      SELECT c.id, c.channel, c.status, coalesce(nullif(c.name, ''), p.name, '') AS name, c.last_text, c.last_said_at,
             coalesce(c.waiting_since, c.asked_at, c.created_at) AS since, c.tags, c.language, coalesce(c.agent_id, 0) AS agent,
             (SELECT count(*) FROM conversation_message m
               WHERE m.conversation_id = c.id AND m.number > c.agent_read AND m.sender = 'SHOPPER') AS unread
        FROM conversation c LEFT JOIN customer p ON p.id = c.customer_id
      """;

  private static final String WAITING_LINES =
      LINE + " WHERE c.status = 'WAITING' ORDER BY c.waiting_since, c.id LIMIT 100";

  private static final String OWN_LINES =
      LINE
          + """
             WHERE c.status IN ('OPEN', 'TICKET') AND c.agent_id = ANY (?)
             ORDER BY c.last_said_at DESC, c.id LIMIT 500
            """;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  @Inject private IdLookup ids;

  /**
   * A conversation as a list shows it.
   *
   * @param text the beginning of what was said last
   * @param since when it began to wait
   * @param unread how much the shopper has said that no agent has seen
   */
  public record Line(
      long conversation,
      Channel channel,
      ConversationStatus status,
      String name,
      String text,
      Instant said,
      Instant since,
      List<String> tags,
      String language,
      long agent,
      int unread) {}

  /** Takes in what one row says. */
  private interface Row {

    void read(ResultSet row) throws SQLException;
  }

  /** Who waits, the longest first, at most 1,000. */
  List<Long> waiting() {
    return numbers(WAITING);
  }

  /** Chats in which nothing was said for a day. */
  List<Long> quiet() {
    return numbers(QUIET);
  }

  /** Those of these conversations in which an address is known. */
  Set<Long> contactable(Collection<Long> conversations) {
    return ids.find(CONTACTABLE, conversations);
  }

  /** Conversations of these agents in which the shopper waits for an answer, and whose each is. */
  Map<Long, Long> leftAlone(Collection<Long> agents) {
    Map<Long, Long> found = new HashMap<>();
    if (!agents.isEmpty()) {
      read(LEFT_ALONE, Optional.of(agents), row -> found.put(row.getLong(1), row.getLong(2)));
    }
    return found;
  }

  /** How many open conversations each agent has. */
  public Map<Long, Integer> loads() {
    Map<Long, Integer> loads = new HashMap<>();
    read(LOADS, Optional.empty(), row -> loads.put(row.getLong(1), row.getInt(2)));
    return loads;
  }

  private List<Long> numbers(String sql) {
    List<Long> found = new ArrayList<>();
    read(sql, Optional.empty(), row -> found.add(row.getLong(1)));
    return found;
  }

  /** The first {@value #MOST} who wait, the longest first. */
  public List<Line> waitingLines() {
    return lines(WAITING_LINES, Optional.empty());
  }

  /** What these agents have to answer, the newest first. */
  public List<Line> linesOf(Collection<Long> agents) {
    return agents.isEmpty() ? List.of() : lines(OWN_LINES, Optional.of(agents));
  }

  private List<Line> lines(String sql, Optional<Collection<Long>> agents) {
    List<Line> lines = new ArrayList<>();
    read(sql, agents, row -> lines.add(line(row)));
    return lines;
  }

  private void read(String sql, Optional<Collection<Long>> agents, Row each) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (agents.isPresent()) {
        statement.setArray(1, connection.createArrayOf("bigint", agents.get().toArray()));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.read(rows);
        }
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("id"),
        Channel.valueOf(row.getString("channel")),
        ConversationStatus.valueOf(row.getString("status")),
        row.getString("name"),
        row.getString("last_text"),
        moment(row.getTimestamp("last_said_at")),
        moment(row.getTimestamp("since")),
        TalkReader.texts(row.getArray("tags")),
        row.getString("language"),
        row.getLong("agent"),
        row.getInt("unread"));
  }

  private static Instant moment(Timestamp column) {
    return column.toInstant();
  }
}
