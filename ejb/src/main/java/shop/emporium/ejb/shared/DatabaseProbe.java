package shop.emporium.ejb.shared;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Tells whether the database answers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseProbe {

  private static final int SECONDS = 2;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * Asks the database for a sign of life.
   *
   * @return empty when it answers within two seconds, else a sentence for an operator
   */
  public Optional<String> complaint() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS)
          ? Optional.empty()
          : Optional.of("PostgreSQL does not answer within " + SECONDS + " s");
    } catch (SQLException unreachable) {
      return Optional.of("PostgreSQL cannot be reached: " + unreachable.getMessage());
    }
  }
}
