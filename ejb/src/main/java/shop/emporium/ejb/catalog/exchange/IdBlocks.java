package shop.emporium.ejb.catalog.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Hands out ids of a sequence in rising order, in the same blocks as Hibernate's pooled optimizer:
 * a number of the sequence is the top of a block as long as the sequence's step. So neither ever
 * hands out what the other one has.
 */
final class IdBlocks {

  private static final String NEXT =
      """
      WITH block AS MATERIALIZED (SELECT nextval(CAST(? AS regclass)) AS top FROM generate_series(1, ?))
      SELECT id FROM block, generate_series(greatest(1, top - ? + 1), top) AS id ORDER BY id
      """;

  private final String sequence;
  private final int size;
  private final Deque<Long> free = new ArrayDeque<>();

  /**
   * Ids of a sequence.
   *
   * @param size the sequence's step, which is Hibernate's allocation size
   */
  IdBlocks(String sequence, int size) {
    this.sequence = sequence;
    this.size = size;
  }

  List<Long> take(Connection connection, int count) throws SQLException {
    while (free.size() < count) {
      fill(connection, (count - free.size() + size - 1) / size);
    }
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(free.remove());
    }
    return ids;
  }

  private void fill(Connection connection, int blocks) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
      statement.setString(1, sequence);
      statement.setInt(2, blocks);
      statement.setInt(3, size);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          free.add(rows.getLong(1));
        }
      }
    }
  }
}
