package shop.emporium.ejb.chat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import shop.emporium.ejb.shared.DatabaseAwayException;

/** What people who work here are called; remembered for a minute. */
@ApplicationScoped
public class AgentNames {

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  private final Cache<Long, String> known =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(1_000).build();

  /**
   * The name of somebody by the account; empty for nobody.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public String of(long agent) {
    return agent == 0 ? "" : known.get(agent, this::read);
  }

  private String read(long agent) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT name FROM customer WHERE id = ?")) {
      statement.setLong(1, agent);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }
}
