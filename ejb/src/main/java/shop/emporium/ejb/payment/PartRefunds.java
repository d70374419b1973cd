package shop.emporium.ejb.payment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.joda.money.Money;
import shop.emporium.ejb.order.RefundDue;

/**
 * Writes down what the payment of an order gives back of a sum that is due, as much as it still
 * has: whoever carries refunds out asks the provider for it.
 */
@ApplicationScoped
class PartRefunds {

  @Inject private PaymentRepository payments;

  void onDue(@Observes @Priority(100) RefundDue due) {
    payments
        .lockLive(due.number())
        .ifPresent(
            live -> {
              Money rest = live.account().refundable();
              Money part = rest.isLessThan(due.left()) ? rest : due.left();
              if (part.isPositive()) {
                payments.write(live.id(), live.account().ask(part), null, due.by(), due.why());
                payments.insertRefund(live.id(), part, due.by(), due.why());
                due.take(part);
              }
            });
  }
}
