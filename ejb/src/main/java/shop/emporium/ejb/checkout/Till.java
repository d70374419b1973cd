package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import shop.emporium.domain.checkout.AddressFault;
import shop.emporium.domain.checkout.AddressRules;
import shop.emporium.domain.checkout.Coupon;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.domain.checkout.GiftCard;
import shop.emporium.domain.checkout.Item;
import shop.emporium.domain.checkout.Quotation;
import shop.emporium.domain.checkout.Quote;
import shop.emporium.ejb.checkout.Placing.Reason;
import shop.emporium.ejb.checkout.Placing.Refused;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Works out what a cart costs, with everything read while it cannot change: the cart, and after it
 * coupon and gift cards, are locked. It writes nothing.
 */
@ApplicationScoped
class Till {

  @Inject private GoodsQueries goods;
  @Inject private TermsQueries terms;
  @Inject private CouponRepository coupons;
  @Inject private GiftCardRepository giftCards;
  @Inject private StoreSettings settings;

  /** What it costs, or why it cannot be said. */
  record Bill(
      Refused refused,
      List<GoodsQueries.Goods> goods,
      Terms terms,
      CouponRepository.Locked coupon,
      Quote quote) {

    static Bill refused(Refused refused) {
      return new Bill(refused, null, null, null, null);
    }

    static Bill refused(Reason reason) {
      return refused(Refused.because(reason));
    }
  }

  /**
   * Makes the bill.
   *
   * @param kept the coupon that was kept for the cart, or null
   */
  Bill bill(PlaceOrder wish, String kept, Instant now) {
    List<GoodsQueries.Goods> cart = goods.of(wish.cart());
    if (cart.isEmpty()) {
      return Bill.refused(Reason.EMPTY);
    }
    String country = wish.shipping().country();
    Optional<Terms> found = terms.of(country, wish.shippingMethod(), wish.locale());
    List<AddressFault> faults =
        AddressRules.faults(wish.shipping(), found.isPresent() ? Set.of(country) : Set.of());
    if (!faults.isEmpty()) {
      return Bill.refused(Refused.address(faults));
    }
    if (!found.orElseThrow().isSent()) {
      return Bill.refused(Reason.NOT_SENT);
    }
    return bill(wish, wish.coupon().orElse(kept), cart, found.orElseThrow(), now);
  }

  private Bill bill(
      PlaceOrder wish, String typed, List<GoodsQueries.Goods> cart, Terms terms, Instant now) {
    List<Item> items = cart.stream().map(GoodsQueries.Goods::item).toList();
    CouponRepository.Locked coupon = null;
    if (typed != null && !typed.isBlank()) {
      Optional<CouponRepository.Locked> found =
          Coupon.codeOf(typed).flatMap(code -> coupons.lock(code, wish.email(), wish.customer()));
      Optional<CouponFault> fault =
          found
              .map(one -> one.coupon().fault(items, one.uses(), now))
              .orElse(Optional.of(CouponFault.UNKNOWN));
      if (fault.isPresent()) {
        return Bill.refused(Refused.coupon(fault.orElseThrow()));
      }
      coupon = found.orElseThrow();
    }
    // A page's cards were typed before and are kept; a program sends its own along.
    List<GiftCard> cards =
        wish.token().isPresent()
            ? giftCards.lock(wish.giftCards(), wish.cart())
            : giftCards.lock(wish.giftCards());
    if (cards.size() < wish.giftCards().stream().distinct().count()
        || cards.stream().anyMatch(card -> !card.isGood(now))) {
      return Bill.refused(Reason.GIFT_CARD);
    }
    Optional<Quote> quote =
        new Quotation(terms.taxes(), settings.currency())
            .of(
                items,
                Optional.ofNullable(coupon).map(CouponRepository.Locked::coupon),
                terms.tariff(),
                cards,
                now);
    if (quote.isEmpty()) {
      return Bill.refused(Reason.NOT_SENT);
    }
    return new Bill(null, cart, terms, coupon, quote.orElseThrow());
  }
}
