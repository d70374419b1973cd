package shop.emporium.ejb.checkout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.inventory.Hold;
import shop.emporium.domain.order.OrderNumber;

/**
 * What a buyer has filled in on the way to the till so far; it is in the database, so that he can
 * go on at any node, and another day.
 *
 * @param id null while nothing was filled in
 * @param token of the next attempt to place the order; null while nothing was filled in
 * @param underWay the order that is being paid for what is in the cart, or null
 * @param email empty while it is not known
 * @param shipping where the parcel goes, or null
 * @param billing null when it is where the parcel goes
 * @param shippingMethod code of a way of sending, or null
 * @param payment how it will be paid, or null
 * @param coupon code, or null
 * @param hold until when pieces are held; null when they are not
 * @param held pieces of each variant that are held
 */
public record CheckoutSteps(
    Long id,
    UUID token,
    OrderNumber underWay,
    String email,
    PostalAddress shipping,
    PostalAddress billing,
    String shippingMethod,
    PaymentMethod payment,
    String coupon,
    List<KeptCard> giftCards,
    Hold hold,
    Map<Long, Integer> held) {

  /** Nothing yet. */
  static final CheckoutSteps NONE =
      new CheckoutSteps(
          null, null, null, "", null, null, null, null, null, List.of(), null, Map.of());

  /** A part of the way. */
  public enum Step {
    ADDRESS,
    DELIVERY,
    PAYMENT,
    REVIEW
  }

  /** The first step of which something is missing; the review when nothing is. */
  public Step next() {
    if (email.isEmpty() || shipping == null) {
      return Step.ADDRESS;
    }
    if (shippingMethod == null) {
      return Step.DELIVERY;
    }
    return payment == null ? Step.PAYMENT : Step.REVIEW;
  }

  /** How many pieces of a variant are held. */
  int held(long variant) {
    return held.getOrDefault(variant, 0);
  }

  /** Until when pieces are held. */
  public Optional<Hold> findHold() {
    return Optional.ofNullable(hold);
  }
}
