package shop.emporium.ejb.order;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.customer.CustomerErased;
import shop.emporium.ejb.customer.CustomerExported;
import shop.emporium.ejb.shared.JsonCodec;

/**
 * Tells customers what their orders hold about them, and forgets it with them.
 *
 * <p>An order that is over keeps its goods and sums, which the books of the shop need, and loses
 * its person. One that is still to be sent needs to know where to: it goes on as a guest's, and
 * forgets its person when it is over.
 */
@ApplicationScoped
class OrderPrivacy {

  private static final Set<OrderStatus> OVER =
      EnumSet.of(OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.RETURNED);

  @Inject private OrderPrivacyRepository orders;

  void tell(@Observes CustomerExported export) {
    export.add("orders", JsonCodec.array(orders.export(export.customer())));
  }

  void forget(@Observes CustomerErased erased) {
    orders.lockOver(erased.customer()).forEach(orders::forget);
    orders.leaveOpen(erased.customer());
  }

  /**
   * Once more after all others, of whom one takes the cart: whoever was placing an order from it at
   * that moment has done so by now, and nobody does any more.
   */
  void forgetLate(@Observes @Priority(3000) CustomerErased erased) {
    forget(erased);
  }

  /** After the mail about it. */
  void onMove(@Observes @Priority(2000) OrderMoved moved) {
    if (OVER.contains(moved.to()) && orders.isToBeForgotten(moved.number())) {
      orders.forget(moved.number());
    }
  }
}
