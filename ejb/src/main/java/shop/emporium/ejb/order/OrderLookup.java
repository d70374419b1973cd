package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.shared.LiveSetting;

/**
 * Finds orders, to show them: each in one statement.
 *
 * <p>{@link #find} is for who has the order already, such as the till that has just placed it, and
 * for people who work here. Everybody else asks as whoever he is: an order of somebody else is not
 * there.
 */
@Stateless
public class OrderLookup {

  private static final int USUAL_DAYS = 30;

  private final LiveSetting returnDays = new LiveSetting("store.return.days");

  @Inject private OrderViewRepository orders;

  /** An order, whoever asks. */
  public Optional<OrderView> find(@NotNull OrderNumber number) {
    return orders.find(number, days());
  }

  /** An order of this customer's own. */
  public Optional<OrderView> ofCustomer(long customer, @NotNull OrderNumber number) {
    return orders.ofCustomer(customer, number, days());
  }

  /** An order for whoever has a link to it. */
  public Optional<OrderView> byLink(@NotNull OrderNumber number, @NotNull Secret link) {
    return orders.byLink(number, link, days());
  }

  /** For how many days after delivery something can be sent back. */
  public int days() {
    return returnDays
        .value()
        .filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::valueOf)
        .orElse(USUAL_DAYS);
  }
}
