package shop.emporium.ejb.cart;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.ejb.shared.DatabaseAwayException;

/** Tells which cart {@link CartChanged} means: for who listens to carts instead of opening them. */
@ApplicationScoped
public class CartWatch {

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /**
   * The id of the cart that a guest's token opens.
   *
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public Optional<Long> cartOf(@NotNull CartToken token) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT id FROM cart WHERE token_hash = ?")) {
      statement.setBytes(1, token.hash());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }
}
