package shop.emporium.ejb.chat;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import shop.emporium.ejb.shared.DatabaseAwayException;

/** Writes marks, many in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MarkWriter {

  /** Conversations are locked in the order of their numbers, as by those who say something. */
  private static final String WRITE =
      """
      WITH mark AS MATERIALIZED (
        SELECT c.id, least(m.shopper_delivered, c.last_number) AS shopper_delivered,
               least(m.shopper_read, c.last_number) AS shopper_read,
               least(m.agent_delivered, c.last_number) AS agent_delivered, least(m.agent_read, c.last_number) AS agent_read
          FROM unnest(?::bigint[], ?::integer[], ?::integer[], ?::integer[], ?::integer[])
            AS m (conversation, shopper_delivered, shopper_read, agent_delivered, agent_read)
          JOIN conversation c ON c.id = m.conversation
         ORDER BY c.id FOR NO KEY UPDATE OF c)
      UPDATE conversation c
         SET shopper_delivered = greatest(c.shopper_delivered, mark.shopper_delivered, mark.shopper_read),
             shopper_read = greatest(c.shopper_read, mark.shopper_read),
             agent_delivered = greatest(c.agent_delivered, mark.agent_delivered, mark.agent_read),
             agent_read = greatest(c.agent_read, mark.agent_read)
        FROM mark
       WHERE c.id = mark.id
         AND (c.shopper_delivered < greatest(mark.shopper_delivered, mark.shopper_read) OR c.shopper_read < mark.shopper_read
           OR c.agent_delivered < greatest(mark.agent_delivered, mark.agent_read) OR c.agent_read < mark.agent_read)
      RETURNING c.id
      """;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * Writes marks.
   *
   * @return the conversations that stand otherwise than before
   * @throws DatabaseAwayException when they could not be written
   */
  public List<Long> write(List<MarkKeeper.Mark> marks) {
    Map<Long, Integer[]> furthest = new TreeMap<>();
    for (MarkKeeper.Mark mark : marks) {
      Integer[] four =
          furthest.computeIfAbsent(mark.conversation(), same -> new Integer[] {0, 0, 0, 0});
      int place = (mark.isOfAgents() ? 2 : 0) + (mark.isRead() ? 1 : 0);
      four[place] = Math.max(four[place], mark.number());
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setArray(1, connection.createArrayOf("bigint", furthest.keySet().toArray()));
      for (int place = 0; place < 4; place++) {
        int one = place;
        Object[] numbers = furthest.values().stream().map(four -> four[one]).toArray();
        statement.setArray(2 + place, connection.createArrayOf("integer", numbers));
      }
      List<Long> changed = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changed.add(rows.getLong(1));
        }
      }
      return changed;
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }
}
