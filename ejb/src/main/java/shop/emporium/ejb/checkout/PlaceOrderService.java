package shop.emporium.ejb.checkout;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import shop.emporium.domain.checkout.GiftCard;
import shop.emporium.domain.checkout.Quote;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.ejb.cart.CartChanged;
import shop.emporium.ejb.checkout.Placing.Placed;
import shop.emporium.ejb.checkout.Placing.Reason;
import shop.emporium.ejb.checkout.Placing.Refused;
import shop.emporium.ejb.inventory.InventoryService;
import shop.emporium.ejb.order.NewOrder;
import shop.emporium.ejb.order.OrderReceipt;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.payment.CardsNotTakenException;
import shop.emporium.ejb.payment.PaymentRecord;
import shop.emporium.ejb.payment.PaymentService;
import shop.emporium.ejb.payment.PaymentSettings;

/**
 * Places an order exactly once, however often, wherever and at how many nodes it is asked for at
 * once.
 *
 * <p>Locks come in the order that docs/CHECKOUT.md gives: the call's key, the cart, the checkout,
 * coupon, gift cards, and last the pieces. Who comes second waits at the first of them, and finds
 * the order that the first one placed.
 */
@Stateless
public class PlaceOrderService {

  /** How long a call may come again. */
  private static final int HOURS_KEPT = 48;

  /** Of transfers the shop itself notes what came in. */
  private static final String OURSELVES = "transfer";

  @Inject private KeyRepository keys;
  @Inject private CheckoutRepository checkouts;
  @Inject private Till till;
  @Inject private CouponRepository coupons;
  @Inject private GiftCardRepository giftCards;
  @Inject private InventoryService inventory;
  @Inject private OrderService orders;
  @Inject private PaymentService payments;
  @Inject private PaymentSettings settings;
  @Inject private Event<CartChanged> cartChanged;

  /** Places an order, tells of the one that was placed before, or says why there is none. */
  public Placing place(@NotNull @Valid PlaceOrder wish) {
    Optional<Placing> before = wish.key().flatMap(keys::claim);
    if (before.isPresent()) {
      return before.orElseThrow();
    }
    Placing placing = placeOnce(wish);
    wish.key().ifPresent(key -> keys.answer(key, placing));
    return placing;
  }

  /** Forgets some of the calls that will not come again; returns how many. */
  public int forgetCalls() {
    return keys.purge(HOURS_KEPT);
  }

  private Placing placeOnce(PlaceOrder wish) {
    if (!checkouts.lockCart(wish.cart())) {
      return placedBefore(wish).orElse(Refused.because(Reason.EMPTY));
    }
    // Under the lock: another tab may have placed it while this one waited.
    Optional<Placing> before = placedBefore(wish);
    if (before.isPresent()) {
      return before.orElseThrow();
    }
    Optional<CheckoutRepository.Locked> known = checkouts.lock(wish.cart());
    if (known.map(one -> one.status() == CheckoutRepository.Status.PAYING).orElse(false)) {
      return Refused.because(Reason.UNDER_WAY);
    }
    boolean isCurrent =
        wish.token()
            .map(token -> known.map(one -> one.token().equals(token)).orElse(false))
            .orElse(true);
    return isCurrent ? placeNow(wish, known) : Refused.because(Reason.STALE);
  }

  private Optional<Placing> placedBefore(PlaceOrder wish) {
    return wish.token()
        .flatMap(orders::find)
        .map(number -> Placed.before(number, Optional.empty()));
  }

  private Placing placeNow(PlaceOrder wish, Optional<CheckoutRepository.Locked> known) {
    // As exact as the database keeps it, so that what is told now is what is read later.
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Till.Bill bill =
        till.bill(wish, known.map(CheckoutRepository.Locked::coupon).orElse(null), now);
    if (bill.refused() != null) {
      return bill.refused();
    }
    Quote quote = bill.quote();
    if (wish.expected().isPresent() && !wish.expected().orElseThrow().equals(quote.total())) {
      return Refused.price(quote.total());
    }
    List<Shortage> shortages =
        inventory.sell(known.map(CheckoutRepository.Locked::id), pieces(bill.goods()));
    if (!shortages.isEmpty()) {
      return Refused.missing(shortages);
    }
    // From here on nothing is refused: what was checked cannot change before the commit.
    CheckoutRepository.Locked checkout = paying(wish, known);
    NewOrder order = order(wish, checkout, bill, now);
    OrderReceipt receipt = orders.place(order);
    OrderNumber number = receipt.number();
    if (bill.coupon() != null) {
      coupons.use(bill.coupon(), number, wish.email(), wish.customer());
    }
    for (GiftCard.Spending spending : quote.giftCards()) {
      giftCards.spend(spending, number);
    }
    return Placed.now(receipt, pay(wish, number, order));
  }

  private CheckoutRepository.Locked paying(
      PlaceOrder wish, Optional<CheckoutRepository.Locked> known) {
    known.ifPresent(one -> checkouts.move(one.id(), CheckoutRepository.Status.PAYING));
    return known.orElseGet(
        () ->
            checkouts.open(
                wish.cart(), wish.customer(), wish.locale(), CheckoutRepository.Status.PAYING));
  }

  /** Begins the payment of what is due; without anything due the order is paid at once. */
  private Optional<PaymentRecord> pay(PlaceOrder wish, OrderNumber number, NewOrder order) {
    Quote quote = order.quote();
    if (quote.due().isZero()) {
      orders.pay(number, Actor.SHOP, "Nothing left to pay");
      return Optional.empty();
    }
    String method = wish.paymentMethod().code();
    String provider =
        wish.paymentMethod().isLater()
            ? OURSELVES
            : settings.cardProvider().orElseThrow(CardsNotTakenException::new);
    PaymentRecord payment =
        payments.begin(
            number,
            method,
            provider,
            quote.due(),
            wish.paymentMethod().lookAfter(),
            order.payUntil(),
            wish.by());
    if (wish.paymentMethod().isLater()) {
      checkouts.finish(order.checkout(), number);
      cartChanged.fire(new CartChanged(wish.cart()));
      return Optional.empty();
    }
    return Optional.of(payment);
  }

  private static Map<Long, Integer> pieces(List<GoodsQueries.Goods> goods) {
    Map<Long, Integer> pieces = new TreeMap<>();
    goods.forEach(one -> pieces.put(one.called().variant(), one.item().quantity()));
    return pieces;
  }

  private static NewOrder order(
      PlaceOrder wish, CheckoutRepository.Locked checkout, Till.Bill bill, Instant now) {
    return new NewOrder(
        checkout.token(),
        checkout.id(),
        wish.customer(),
        wish.email(),
        wish.locale(),
        bill.quote(),
        bill.goods().stream().map(GoodsQueries.Goods::called).toList(),
        wish.shipping(),
        wish.billing(),
        bill.coupon() == null ? null : bill.coupon().coupon().code(),
        wish.shippingMethod(),
        bill.terms().shippingName(),
        DeliveryEstimate.at(
            Clock.fixed(now, DeliveryEstimate.PLACE),
            bill.terms().fastest(),
            bill.terms().slowest()),
        wish.paymentMethod().code(),
        now.plus(wish.paymentMethod().patience()),
        wish.by());
  }
}
