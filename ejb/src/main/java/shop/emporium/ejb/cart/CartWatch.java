package shop.emporium.ejb.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import shop.emporium.ejb.shared.IdLookup;

/** Tells whose carts {@link CartChanged} means: for who listens to what many customers have. */
@ApplicationScoped
public class CartWatch {

  private static final String CUSTOMERS =
      "SELECT customer_id FROM cart WHERE id = ANY (?) AND customer_id IS NOT NULL";

  @Inject private IdLookup ids;

  /**
   * The customers whose carts these are, by their ids; carts of guests are nobody's.
   *
   * @throws shop.emporium.ejb.shared.DatabaseAwayException when the database cannot be asked
   */
  public Set<Long> customersOf(Collection<Long> carts) {
    return ids.find(CUSTOMERS, carts);
  }
}
