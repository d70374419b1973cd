package shop.emporium.ejb.checkout;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import shop.emporium.ejb.shared.Retries;

/**
 * Where pages and the REST interface order: tries again, a few times, when two orders met in the
 * database.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderDesk {

  @Inject private Retries retries;
  @Inject private PlaceOrderService service;

  /** Places an order exactly once, see {@link PlaceOrderService#place}. */
  public Placing place(@NotNull @Valid PlaceOrder wish) {
    return retries.run(() -> service.place(wish));
  }
}
