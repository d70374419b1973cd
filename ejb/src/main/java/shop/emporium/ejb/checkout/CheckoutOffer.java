package shop.emporium.ejb.checkout;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.domain.checkout.Quote;

/**
 * What an order would cost now; a moment later it may be something else.
 *
 * @param countries to which the shop sends
 * @param country for which this is
 * @param lines nothing when the cart is empty
 * @param ways in which all of it can be sent there; none where the shop does not send to
 * @param way the one that was chosen, or the first; null without any
 * @param quote null where it cannot be sent
 * @param couponFault why the coupon is not in the quote, or null
 */
public record CheckoutOffer(
    List<String> countries,
    String country,
    List<CheckoutLine> lines,
    List<DeliveryOption> ways,
    DeliveryOption way,
    Quote quote,
    CouponFault couponFault) {

  /** What there is less of than wanted. */
  public List<CheckoutLine> shortages() {
    return lines.stream().filter(CheckoutLine::isShort).toList();
  }

  /** All pieces. */
  public int count() {
    return lines.stream().mapToInt(CheckoutLine::quantity).sum();
  }

  /** What it costs. */
  public Optional<Money> total() {
    return Optional.ofNullable(quote).map(Quote::total);
  }
}
