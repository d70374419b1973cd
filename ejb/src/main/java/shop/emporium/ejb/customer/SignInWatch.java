package shop.emporium.ejb.customer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import shop.emporium.ejb.shared.DatabaseAwayException;

/**
 * Tells which of many sign-ins still hold: for connections that outlive the request that made them.
 * To be asked about does not make a sign-in last.
 */
@ApplicationScoped
public class SignInWatch {

  private static final String HOLDING =
      """
      SELECT s.id FROM sign_in s JOIN customer c ON c.id = s.customer_id
       WHERE s.id = ANY (?) AND s.revoked_at IS NULL AND s.expires_at > now() AND c.erased_at IS NULL
      """;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * Those of these sign-ins that hold, by their ids.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public Set<Long> holding(Collection<Long> signIns) {
    if (signIns.isEmpty()) {
      return Set.of();
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(HOLDING)) {
      Array ids = connection.createArrayOf("bigint", signIns.toArray());
      statement.setArray(1, ids);
      try (ResultSet rows = statement.executeQuery()) {
        Set<Long> holding = new HashSet<>();
        while (rows.next()) {
          holding.add(rows.getLong(1));
        }
        return holding;
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }
}
