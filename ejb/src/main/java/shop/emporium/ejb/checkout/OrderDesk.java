package shop.emporium.ejb.checkout;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.Throttle;
import shop.emporium.ejb.customer.ThrottleKind;
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
  @Inject private Throttle throttle;

  /**
   * Places an order exactly once, see {@link PlaceOrderService#place}.
   *
   * @throws shop.emporium.ejb.customer.TooManyAttemptsException when a guest has ordered by
   *     transfer for this address too often of late
   */
  public Placing place(@NotNull @Valid PlaceOrder wish) {
    return wish.customer().isEmpty() && wish.paymentMethod().isLater()
        ? placeCounted(wish)
        : placeNow(wish);
  }

  /**
   * As {@link #place(PlaceOrder)}, for a call that may bring the code of a coupon along: those that
   * nobody has are counted where they come from, as if they were typed into the cart. Gift cards
   * are not: nobody finds 100 bits by trying.
   */
  public Placing place(@NotNull @Valid PlaceOrder wish, @NotNull Caller caller) {
    if (wish.coupon().filter(code -> !code.isBlank()).isEmpty()) {
      return place(wish);
    }
    throttle.check(ThrottleKind.CODE_NETWORK, caller.network());
    Placing placing = place(wish);
    if (placing instanceof Placing.Refused refused && refused.isUnknownCoupon()) {
      throttle.enter(ThrottleKind.CODE_NETWORK, caller.network());
    }
    return placing;
  }

  /** Nobody has proved the address, and no provider stands between: what is placed is counted. */
  private Placing placeCounted(PlaceOrder wish) {
    throttle.enter(ThrottleKind.TRANSFER_ORDER, wish.email().key());
    Placing placing = placeNow(wish);
    if (!(placing instanceof Placing.Placed placed && placed.isFirst())) {
      throttle.release(ThrottleKind.TRANSFER_ORDER, wish.email().key());
    }
    return placing;
  }

  private Placing placeNow(PlaceOrder wish) {
    return retries.run(() -> service.place(wish));
  }
}
