package shop.emporium.ejb.cart;

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
import shop.emporium.ejb.shared.DatabaseAwayException;

/** Tells whose carts {@link CartChanged} means: for who listens to what many customers have. */
@ApplicationScoped
public class CartWatch {

  private static final String CUSTOMERS =
      "SELECT customer_id FROM cart WHERE id = ANY (?) AND customer_id IS NOT NULL";

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * The customers whose carts these are, by their ids; carts of guests are nobody's.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public Set<Long> customersOf(Collection<Long> carts) {
    if (carts.isEmpty()) {
      return Set.of();
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(CUSTOMERS)) {
      statement.setArray(1, connection.createArrayOf("bigint", carts.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        Set<Long> customers = new HashSet<>();
        while (rows.next()) {
          customers.add(rows.getLong(1));
        }
        return customers;
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }
}
