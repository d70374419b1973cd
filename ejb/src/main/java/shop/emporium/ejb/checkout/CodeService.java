package shop.emporium.ejb.checkout;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import shop.emporium.domain.checkout.Coupon;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.domain.checkout.GiftCard;
import shop.emporium.domain.checkout.GiftCardCode;

/**
 * Codes that people type before they order: of coupons and of gift cards, in one field. They count
 * until they are taken away; whether they still do is looked at again when the order is placed.
 */
@Stateless
public class CodeService {

  @Inject private CheckoutService service;
  @Inject private CheckoutRepository checkouts;
  @Inject private StepRepository steps;
  @Inject private GiftCardRepository giftCards;
  @Inject private Offers offers;

  /**
   * Has a code count for a cart.
   *
   * @param typed what nobody has is answered as an unknown coupon
   */
  public CouponAnswer add(
      long cart,
      @NotNull Optional<Long> customer,
      @NotNull @Pattern(regexp = "[a-z]{2}") String locale,
      @NotNull @Size(max = 200) String typed) {
    Optional<CheckoutView> checkout =
        service.begin(cart, customer, locale).filter(one -> !one.isPaying());
    if (checkout.isEmpty()) {
      return CouponAnswer.of(CouponAnswer.Kind.NOT_NOW);
    }
    long id = checkout.orElseThrow().id();
    Optional<GiftCard> card = GiftCardCode.parse(typed).flatMap(giftCards::find);
    return card.map(one -> keep(id, one)).orElseGet(() -> use(id, cart, customer, typed));
  }

  private CouponAnswer keep(long checkout, GiftCard card) {
    if (!card.isGood(Instant.now())) {
      return CouponAnswer.of(CouponAnswer.Kind.SPENT);
    }
    return CouponAnswer.of(
        steps.keepCard(checkout, card.id())
            ? CouponAnswer.Kind.GIFT_CARD
            : CouponAnswer.Kind.TOO_MANY);
  }

  private CouponAnswer use(long checkout, long cart, Optional<Long> customer, String typed) {
    Optional<String> code = Coupon.codeOf(typed);
    Optional<CouponFault> fault =
        code.map(one -> offers.fault(one, cart, service.steps(cart), customer))
            .orElse(Optional.of(CouponFault.UNKNOWN));
    if (fault.isPresent()) {
      return CouponAnswer.refused(fault.orElseThrow());
    }
    steps.coupon(checkout, code.orElseThrow());
    return CouponAnswer.of(CouponAnswer.Kind.COUPON);
  }

  /** Goes without the coupon; one that is not there is no fault. */
  public void removeCoupon(long cart) {
    open(cart).ifPresent(id -> steps.coupon(id, null));
  }

  /** Goes without a gift card; one that is not there is no fault. */
  public void removeCard(long cart, long card) {
    open(cart).ifPresent(id -> steps.dropCard(id, card));
  }

  private Optional<Long> open(long cart) {
    return checkouts.lockCart(cart)
        ? checkouts
            .lock(cart)
            .filter(one -> one.status() == CheckoutRepository.Status.OPEN)
            .map(CheckoutRepository.Locked::id)
        : Optional.empty();
  }
}
