package shop.emporium.ejb.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Asks one question about many ids at once, outside of any transaction: for threads that serve no
 * request.
 */
@ApplicationScoped
public class IdLookup {

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * The ids that a statement answers; none where it is asked about none.
   *
   * @param sql with one place, for the array of ids
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public Set<Long> find(String sql, Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        Set<Long> found = new HashSet<>();
        while (rows.next()) {
          found.add(rows.getLong(1));
        }
        return found;
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }
}
