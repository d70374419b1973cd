package shop.emporium.ejb.checkout;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import shop.emporium.ejb.order.RefundDue;

/** Gives gift cards back what is left of a sum that is due, after the payment gave its part. */
@ApplicationScoped
class GiftCardRefunds {

  @Inject private GiftCardRepository giftCards;

  void onDue(@Observes @Priority(200) RefundDue due) {
    if (due.left().isPositive()) {
      due.take(giftCards.giveBack(due.number(), due.left()));
    }
  }
}
