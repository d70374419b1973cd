package shop.emporium.ejb.order;

import jakarta.ejb.ApplicationException;
import shop.emporium.domain.order.OrderNumber;

/** There is no such order. */
@ApplicationException(rollback = true)
public class UnknownOrderException extends RuntimeException {

  public UnknownOrderException(OrderNumber number) {
    super("No such order: " + number);
  }
}
