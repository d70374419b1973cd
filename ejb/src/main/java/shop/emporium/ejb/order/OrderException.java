package shop.emporium.ejb.order;

import jakarta.ejb.ApplicationException;
import java.util.Locale;

/** Something cannot be done with an order; nothing has happened. */
@ApplicationException(rollback = true)
public class OrderException extends RuntimeException {

  private final OrderFault fault;

  OrderException(OrderFault fault) {
    super(fault.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    this.fault = fault;
  }

  public OrderFault getFault() {
    return fault;
  }
}
