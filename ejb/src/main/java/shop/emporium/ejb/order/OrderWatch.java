package shop.emporium.ejb.order;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.shared.DatabaseAwayException;

/**
 * Tells how orders that {@link OrderChanged} means stand, and whose they are: for who listens to
 * what many customers have.
 */
@ApplicationScoped
public class OrderWatch {

  private static final String STANDING =
      "SELECT number, customer_id, status FROM shop_order WHERE number = ANY (?) AND customer_id IS NOT NULL ORDER BY number";

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /** How a customer's order stands. */
  public record Standing(OrderNumber number, long customer, OrderStatus status) {}

  /**
   * How these orders stand; those of guests are nobody's.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public List<Standing> standing(Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(STANDING)) {
      statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        List<Standing> found = new ArrayList<>();
        while (rows.next()) {
          found.add(
              new Standing(
                  new OrderNumber(rows.getLong(1)),
                  rows.getLong(2),
                  OrderStatus.valueOf(rows.getString(3))));
        }
        return found;
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }
}
