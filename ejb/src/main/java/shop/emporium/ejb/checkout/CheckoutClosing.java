package shop.emporium.ejb.checkout;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.cart.CartChanged;
import shop.emporium.ejb.cart.CartMerged;
import shop.emporium.ejb.order.OrderMoved;

/**
 * What a checkout does when its order is paid or comes to nothing, in the transaction of that: the
 * cart gives away what was bought, or the buyer may try again; coupons and gift cards of what is
 * cancelled go back.
 *
 * <p>It comes after the payment, as the order of locks wants it.
 */
@ApplicationScoped
class CheckoutClosing {

  @Inject private CheckoutRepository checkouts;
  @Inject private CouponRepository coupons;
  @Inject private GiftCardRepository giftCards;
  @Inject private KeyRepository keys;
  @Inject private Event<CartChanged> cartChanged;

  void onMove(@Observes @Priority(200) OrderMoved moved) {
    if (moved.from() == OrderStatus.PLACED && moved.to() == OrderStatus.PAID) {
      close(moved);
    } else if (moved.to() == OrderStatus.CANCELLED) {
      if (moved.from() == OrderStatus.PLACED) {
        // Its goods are still in the cart. A checkout that is done stays so.
        checkouts.lockCartOf(moved.checkout());
        checkouts.reopen(moved.checkout());
      }
      coupons.giveBack(moved.number());
      giftCards.giveBack(moved.number());
    }
    if (moved.from() == OrderStatus.PLACED) {
      keys.settle(moved.number(), moved.to());
    }
  }

  /** Whoever signs in on the way to the till goes on there, with what is held for him. */
  void onMerge(@Observes CartMerged merged) {
    checkouts.follow(merged.from(), merged.into());
  }

  /** Where a transfer is awaited the cart gave its goods away at once, and may have new ones. */
  private void close(OrderMoved moved) {
    Optional<Long> cart = checkouts.lockCartOf(moved.checkout());
    if (checkouts.finish(moved.checkout(), moved.number())) {
      cart.ifPresent(one -> cartChanged.fire(new CartChanged(one)));
    }
  }
}
