package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** Lists what a customer has ordered. Attempts that were declined are left out. */
@Stateless
public class OrderHistory {

  @Inject private OrderHistoryRepository orders;

  /** A page of a customer's orders, the newest first. */
  public OrderPage list(long customer, @NotNull @Valid OrderFilter filter) {
    return orders.list(customer, filter);
  }

  /** The years in which a customer has ordered, the last first. */
  public List<Integer> years(long customer) {
    return orders.years(customer);
  }
}
