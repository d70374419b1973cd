package shop.emporium.ejb.order;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;

/**
 * Gives paid orders the numbers of their invoices, which follow each other without a gap: when the
 * first parcel leaves, or when somebody wants to read it before.
 */
@Stateless
public class InvoiceService {

  @Inject private OrderMover mover;
  @Inject private InvoiceRepository invoices;

  /**
   * The invoice of an order, written now if there is none yet.
   *
   * @throws OrderException when the order is not paid, or was cancelled before there was one
   */
  public Invoice issue(@NotNull OrderNumber number) {
    OrderStatus status = mover.lock(number).status();
    return invoices
        .find(number)
        .orElseGet(
            () -> {
              if (status.isUnpaid() || status == OrderStatus.CANCELLED) {
                throw new OrderException(OrderFault.NOT_PAID);
              }
              return invoices.insert(number);
            });
  }
}
