package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.checkout.Coupon;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.domain.checkout.GiftCard;
import shop.emporium.domain.checkout.Item;
import shop.emporium.domain.checkout.Quotation;
import shop.emporium.domain.checkout.Quote;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.ejb.checkout.TermsQueries.Market;
import shop.emporium.ejb.checkout.TermsQueries.Way;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Works out what a cart would cost, to be shown: nothing is locked, so that readers wait for
 * nobody. What is ordered is worked out anew by {@link Till}, with the same rules.
 */
@ApplicationScoped
class Offers {

  /** Where most parcels go, until an address says otherwise. */
  static final String USUAL_COUNTRY = "DE";

  @Inject private GoodsQueries goods;
  @Inject private TermsQueries terms;
  @Inject private CouponRepository coupons;
  @Inject private StoreSettings settings;

  /** A coupon, and why it cannot be used, or null. */
  record Applied(Coupon coupon, CouponFault fault) {

    private Optional<Coupon> good() {
      return fault == null ? Optional.ofNullable(coupon) : Optional.empty();
    }
  }

  /**
   * The offer for what is in a cart.
   *
   * @param country where it goes
   */
  CheckoutOffer of(
      long cart, CheckoutSteps steps, Optional<Long> customer, String country, String locale) {
    Instant now = Instant.now();
    List<GoodsQueries.Goods> cartGoods = goods.of(cart);
    Market market = terms.market(country, locale);
    List<Item> items = cartGoods.stream().map(GoodsQueries.Goods::item).toList();
    Applied applied = apply(steps, customer, items, now);
    List<GiftCard> cards = steps.giftCards().stream().map(KeptCard::toCard).toList();
    List<DeliveryOption> ways = new ArrayList<>();
    DeliveryOption chosen = null;
    Quote quote = null;
    for (Way way : market.ways()) {
      Optional<Quote> priced =
          new Quotation(market.taxes(), settings.currency())
              .of(items, applied.good(), way.tariff(), cards, now);
      if (priced.isPresent()) {
        DeliveryOption option = option(way, priced.orElseThrow(), now);
        ways.add(option);
        if (chosen == null || way.code().equals(steps.shippingMethod())) {
          chosen = option;
          quote = priced.orElseThrow();
        }
      }
    }
    return new CheckoutOffer(
        market.countries(),
        country,
        cartGoods.stream().map(one -> line(one, steps)).toList(),
        ways,
        chosen,
        quote,
        applied.fault());
  }

  /** What a coupon is, for what is in a cart. */
  Optional<CouponFault> fault(
      String code, long cart, CheckoutSteps steps, Optional<Long> customer) {
    List<Item> items = goods.of(cart).stream().map(GoodsQueries.Goods::item).toList();
    return Optional.ofNullable(apply(code, steps, customer, items, Instant.now()).fault());
  }

  private Applied apply(
      CheckoutSteps steps, Optional<Long> customer, List<Item> items, Instant now) {
    return steps.coupon() == null
        ? new Applied(null, null)
        : apply(steps.coupon(), steps, customer, items, now);
  }

  private Applied apply(
      String code, CheckoutSteps steps, Optional<Long> customer, List<Item> items, Instant now) {
    String person = EmailAddress.parse(steps.email()).map(EmailAddress::key).orElse("");
    return coupons
        .find(code, person, customer)
        .map(
            one ->
                new Applied(one.coupon(), one.coupon().fault(items, one.uses(), now).orElse(null)))
        .orElse(new Applied(null, CouponFault.UNKNOWN));
  }

  private static DeliveryOption option(Way way, Quote quote, Instant now) {
    return new DeliveryOption(
        way.code(),
        way.name(),
        quote.shipping(),
        DeliveryEstimate.at(
            Clock.fixed(now, DeliveryEstimate.PLACE), way.fastest(), way.slowest()));
  }

  private static CheckoutLine line(GoodsQueries.Goods one, CheckoutSteps steps) {
    return new CheckoutLine(
        one.item().sku(),
        one.called().slug(),
        one.called().name(),
        one.called().options(),
        one.called().picture(),
        one.item().quantity(),
        one.item().total(),
        one.free() + steps.held(one.called().variant()));
  }
}
