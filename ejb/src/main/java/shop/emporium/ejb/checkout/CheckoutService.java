package shop.emporium.ejb.checkout;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.Money;
import shop.emporium.domain.checkout.AddressFault;
import shop.emporium.domain.checkout.AddressRules;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.cart.CartChanged;
import shop.emporium.ejb.customer.AddressFields;
import shop.emporium.ejb.customer.MailAddress;
import shop.emporium.ejb.inventory.InventoryService;
import shop.emporium.ejb.inventory.Reservation;

/**
 * The steps before an order is placed. Each is saved in the checkout of the cart, so that a buyer
 * can leave and go on, at any node. While an order of the cart is being paid, nothing is changed.
 */
@Stateless
public class CheckoutService {

  private static final int DAYS_KEPT_WHEN_OVER = 2;
  private static final int DAYS_KEPT = 60;
  private static final int PURGE_BATCH = 500;

  @Inject private CheckoutRepository checkouts;
  @Inject private StepRepository steps;
  @Inject private CheckoutQueries queries;
  @Inject private Offers offers;
  @Inject private GoodsQueries goods;
  @Inject private TermsQueries terms;
  @Inject private InventoryService inventory;
  @Inject private Event<CartChanged> cartChanged;

  /**
   * Begins a checkout for a cart, or takes up the one that it has: the same on every node.
   *
   * @return empty when the cart is gone
   */
  public Optional<CheckoutView> begin(
      long cart,
      @NotNull Optional<Long> customer,
      @NotNull @Pattern(regexp = "[a-z]{2}") String locale) {
    if (!checkouts.lockCart(cart)) {
      return Optional.empty();
    }
    CheckoutRepository.Locked checkout =
        checkouts
            .lock(cart)
            .orElseGet(
                () -> checkouts.open(cart, customer, locale, CheckoutRepository.Status.OPEN));
    return Optional.of(
        new CheckoutView(
            checkout.id(),
            checkout.token(),
            checkout.status() == CheckoutRepository.Status.PAYING,
            inventory.holdOf(checkout.id())));
  }

  /** What was filled in for a cart so far. Reading it changes nothing. */
  public CheckoutSteps steps(long cart) {
    return queries.steps(cart, Instant.now());
  }

  /**
   * What it would cost, with all ways of sending. Nothing is locked, and nothing is changed.
   *
   * @param country where it goes; where none was said, to the address that was typed
   */
  public CheckoutOffer offer(
      long cart,
      @NotNull CheckoutSteps known,
      @NotNull Optional<Long> customer,
      @NotNull Optional<@Pattern(regexp = "[A-Z]{2}") String> country,
      @NotNull @Pattern(regexp = "[a-z]{2}") String locale) {
    String there =
        country.orElse(
            known.shipping() == null ? Offers.USUAL_COUNTRY : known.shipping().country());
    return offers.of(cart, known, customer, there, locale);
  }

  /**
   * Saves who orders, and where the parcel goes.
   *
   * @return what is wrong with the address; then nothing is saved
   */
  public List<AddressFault> saveAddress(
      long cart,
      @NotNull Optional<Long> customer,
      @NotNull @Pattern(regexp = "[a-z]{2}") String locale,
      @NotBlank @Size(max = EmailAddress.MAX_LENGTH) @MailAddress String email,
      @NotNull @Valid AddressFields shipping) {
    PostalAddress address =
        new PostalAddress(
            shipping.name(),
            shipping.line1(),
            shipping.line2(),
            shipping.city(),
            shipping.region(),
            shipping.postalCode(),
            shipping.country(),
            shipping.phone());
    List<AddressFault> faults =
        AddressRules.faults(
            address, Set.copyOf(terms.market(address.country(), locale).countries()));
    if (faults.isEmpty()) {
      open(cart, customer, locale)
          .ifPresent(
              checkout -> {
                steps.contact(checkout, email.strip(), customer, locale);
                steps.shipping(checkout, address);
              });
    }
    return faults;
  }

  /**
   * Saves where the invoice goes.
   *
   * @param billing null when it is where the parcel goes
   * @return what is wrong with the address; then nothing is saved
   */
  public List<AddressFault> saveBilling(long cart, @Valid BillingFields billing) {
    PostalAddress address = billing == null ? null : billing.toPostal();
    // An invoice may go anywhere.
    List<AddressFault> faults =
        address == null ? List.of() : AddressRules.faults(address, Set.of(address.country()));
    if (faults.isEmpty()) {
      open(cart).ifPresent(checkout -> steps.billing(checkout, address));
    }
    return faults;
  }

  /**
   * Saves by which way the parcel goes; one that does not go there is refused when it is placed.
   */
  public void saveDelivery(
      long cart, @NotBlank @Size(max = 40) @Pattern(regexp = "[a-z0-9-]*+") String shippingMethod) {
    open(cart).ifPresent(checkout -> steps.shippingMethod(checkout, shippingMethod));
  }

  /** Saves how it will be paid. */
  public void savePayment(long cart, @NotNull PaymentMethod method) {
    open(cart).ifPresent(checkout -> steps.payment(checkout, method));
  }

  /** The checkout of a cart, locked; empty where there is none, or its order is being paid. */
  private Optional<Long> open(long cart) {
    return checkouts.lockCart(cart)
        ? checkouts
            .lock(cart)
            .filter(one -> one.status() == CheckoutRepository.Status.OPEN)
            .map(CheckoutRepository.Locked::id)
        : Optional.empty();
  }

  /** The same, begun where there was none. */
  private Optional<Long> open(long cart, Optional<Long> customer, String locale) {
    return begin(cart, customer, locale).filter(one -> !one.isPaying()).map(CheckoutView::id);
  }

  /**
   * Holds what is in the cart while it is paid for.
   *
   * @return empty when there is nothing to hold: no cart, nothing in it, no checkout, or one whose
   *     order is being paid
   */
  public Optional<Reservation> hold(long cart) {
    return open(cart).flatMap(checkout -> hold(checkout, pieces(cart)));
  }

  private Optional<Reservation> hold(long checkout, Map<Long, Integer> pieces) {
    return pieces.isEmpty() ? Optional.empty() : Optional.of(inventory.reserve(checkout, pieces));
  }

  private Map<Long, Integer> pieces(long cart) {
    Map<Long, Integer> pieces = new TreeMap<>();
    goods.of(cart).forEach(one -> pieces.put(one.called().variant(), one.item().quantity()));
    return pieces;
  }

  /**
   * Has the cart take no more than is left, and holds that.
   *
   * @return of what there were fewer than wanted
   */
  public List<Shortage> fit(long cart) {
    Optional<Long> checkout = open(cart);
    Optional<Reservation> first = checkout.flatMap(one -> hold(one, pieces(cart)));
    List<Shortage> shortages = first.map(Reservation::shortages).orElse(List.of());
    if (!shortages.isEmpty()) {
      shortages.forEach(one -> steps.pieces(cart, one.sku(), one.available()));
      cartChanged.fire(new CartChanged(cart));
      hold(checkout.orElseThrow(), pieces(cart));
    }
    return shortages;
  }

  /**
   * The wish to order as it was filled in.
   *
   * @param token that the buyer's page has
   * @param expected what it told him
   * @return empty when something is missing
   */
  public Optional<PlaceOrder> wish(
      long cart,
      @NotNull Optional<Long> customer,
      @NotNull UUID token,
      @NotNull Money expected,
      @NotNull @Pattern(regexp = "[a-z]{2}") String locale) {
    CheckoutSteps known = steps(cart);
    Optional<EmailAddress> email = EmailAddress.parse(known.email());
    return known.next() != CheckoutSteps.Step.REVIEW || email.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PlaceOrder(
                cart,
                customer,
                Optional.of(token),
                Optional.empty(),
                locale,
                email.orElseThrow(),
                known.shipping(),
                known.billing(),
                known.shippingMethod(),
                known.payment(),
                Optional.of(known.coupon() == null ? "" : known.coupon()),
                List.of(),
                Optional.of(expected),
                customer.map(Actor::customer).orElse(Actor.GUEST)));
  }

  /** Whether an order came from this cart, or is this customer's. */
  public boolean isOwn(
      @NotNull OrderNumber number, @NotNull Optional<Long> cart, @NotNull Optional<Long> customer) {
    return queries.isOwn(number, cart.orElse(0L), customer.orElse(0L));
  }

  /** Throws away some checkouts that are over; returns how many. */
  public int purge() {
    return steps.purge(DAYS_KEPT_WHEN_OVER, DAYS_KEPT, PURGE_BATCH);
  }
}
