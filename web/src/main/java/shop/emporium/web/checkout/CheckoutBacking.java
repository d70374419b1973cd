package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.ejb.checkout.CheckoutLine;
import shop.emporium.ejb.checkout.CheckoutOffer;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.ejb.checkout.CheckoutSteps;
import shop.emporium.ejb.checkout.CheckoutSteps.Step;
import shop.emporium.ejb.checkout.DeliveryOption;
import shop.emporium.ejb.checkout.PaymentMethod;
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.web.customer.Countries;
import shop.emporium.web.shared.Choice;
import shop.emporium.web.shared.DeliveryWords;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;

/**
 * The way to the till: one page, of which the step that is to be filled in is open, and those
 * before it say what was filled in. Each step is a form of its own, saved when it is sent, so that
 * it can be left and taken up on any node.
 */
@Named("checkout")
@RequestScoped
public class CheckoutBacking {

  @Inject private CheckoutService checkouts;
  @Inject private PaymentSettings payments;
  @Inject private CurrentCheckout current;
  @Inject private CheckoutForms forms;
  @Inject private CodeForms codes;
  @Inject private OrderForms orders;
  @Inject private PageForm form;
  @Inject private PageCache cache;
  @Inject private PageLanguage language;

  private final List<CheckoutNotice> notices = new ArrayList<>();
  private CheckoutSteps steps;
  private CheckoutOffer offer;
  private Step step;

  public void load() {
    cache.keepPrivate();
    Optional<Long> cart = current.cart();
    if (cart.isEmpty()) {
      cache.seeOther("/cart");
      return;
    }
    steps = checkouts.steps(cart.orElseThrow());
    answerForms(cart.orElseThrow());
    if (!isAnswered()) {
      show(cart.orElseThrow());
    }
  }

  private void answerForms(long cart) {
    orders.on(cart, steps, notices);
    if (!isUnderWay()) {
      forms.on(cart, notices);
      codes.on(forms.here());
    }
  }

  private static boolean isAnswered() {
    return FacesContext.getCurrentInstance().getResponseComplete();
  }

  private void show(long cart) {
    if (Faces.getRequest().getMethod().equals("POST")) {
      steps = checkouts.steps(cart);
    }
    if (isUnderWay()) {
      return;
    }
    offer = checkouts.offer(cart, steps, current.customer(), Optional.empty(), language.getCode());
    if (offer.lines().isEmpty()) {
      cache.seeOther("/cart");
      return;
    }
    step = choose();
    tellWhatIsShort();
    forms.declined().ifPresent(notices::add);
  }

  /** The step that was asked for, unless one before it is not done. */
  private Step choose() {
    Step next = next();
    Step wanted = forms.wanted().orElse(next);
    return wanted.compareTo(next) < 0 ? wanted : next;
  }

  /**
   * The first step that is to be filled in, since nothing was, or what was is not to be had now.
   */
  private Step next() {
    Step next = steps.next();
    boolean isSent =
        offer.ways().stream().anyMatch(way -> way.code().equals(steps.shippingMethod()));
    if (next.compareTo(Step.DELIVERY) > 0 && !isSent) {
      return Step.DELIVERY;
    }
    return next.compareTo(Step.PAYMENT) > 0 && !isTaken(steps.payment()) ? Step.PAYMENT : next;
  }

  /** Whether money is taken in a way: a provider may be gone since a card was chosen. */
  private boolean isTaken(PaymentMethod method) {
    return method != PaymentMethod.CARD || isCardTaken();
  }

  private void tellWhatIsShort() {
    if (step.compareTo(Step.DELIVERY) > 0 && !offer.shortages().isEmpty()) {
      for (CheckoutLine line : offer.shortages()) {
        notices.add(
            new CheckoutNotice(
                "warn",
                line.available() == 0 ? "checkout.short.none" : "checkout.short.some",
                line.name(),
                line.available(),
                line.quantity()));
      }
    }
  }

  /** What was filled in so far. */
  public CheckoutSteps getSteps() {
    return steps;
  }

  /** What it costs. */
  public CheckoutOffer getOffer() {
    return offer;
  }

  /** The open step: address, delivery, payment or review. */
  public String getStep() {
    return step == null ? "" : step.name().toLowerCase(Locale.ROOT);
  }

  /** Whether a step is done, and not the open one. */
  public boolean done(String name) {
    return Step.valueOf(name.toUpperCase(Locale.ROOT)).compareTo(step) < 0;
  }

  /** Whether a step can be gone to. */
  public boolean open(String name) {
    return Step.valueOf(name.toUpperCase(Locale.ROOT)).compareTo(next()) <= 0;
  }

  public List<CheckoutNotice> getNotices() {
    return notices;
  }

  /** Whether there are fewer pieces than the cart wants, so that it has to change. */
  public boolean isShort() {
    return step.compareTo(Step.DELIVERY) > 0 && !offer.shortages().isEmpty();
  }

  /** Whether an order of this cart is being paid. */
  public boolean isUnderWay() {
    return steps.underWay() != null;
  }

  /** Whether the page is to lead to the provider by itself. */
  public boolean isLeaving() {
    return isUnderWay() && Faces.getRequestParameter("leave") != null;
  }

  /** Whether cards are taken: somebody has to take them for the shop. */
  public boolean isCardTaken() {
    return payments.cardProvider().isPresent();
  }

  /** How it is to be paid, until something else is chosen. */
  public String getUsualPayment() {
    PaymentMethod wanted = steps.payment() == null ? PaymentMethod.CARD : steps.payment();
    return (isTaken(wanted) ? wanted : PaymentMethod.TRANSFER).code();
  }

  /** Whether nobody is signed in. */
  public boolean isGuest() {
    return current.customer().isEmpty();
  }

  /** For how long the pieces are held; null when they are not. */
  public HoldView getHold() {
    return steps
        .findHold()
        .map(hold -> HoldView.of(hold, Instant.now(), Faces.getLocale()))
        .orElse(null);
  }

  /** Whether pieces should be held, and are not. */
  public boolean isHoldOver() {
    return step.compareTo(Step.DELIVERY) > 0 && steps.hold() == null && !isShort();
  }

  /** On which days a parcel arrives by a way of sending. */
  public String days(DeliveryOption way) {
    return DeliveryWords.days(way.arrival(), Faces.getLocale());
  }

  /** The countries to which the shop sends, by name. */
  public List<Choice> getCountries() {
    return Countries.of(offer.countries(), Faces.getLocale());
  }

  /** The name of a country in the language of the page. */
  public String country(String code) {
    return Countries.name(code, Faces.getLocale());
  }

  /** All countries of the world, to which a bill may go. */
  public List<Choice> getAllCountries() {
    return Countries.in(Faces.getLocale());
  }

  /** An address in one line. */
  public String line(PostalAddress address) {
    return AddressLine.of(address, country(address.country()));
  }

  /** Why the coupon does not count now, as a key of a text; null when it does. */
  public String getCouponFault() {
    return offer.couponFault() == null ? null : CouponWords.key(offer.couponFault());
  }

  /** What a field of the address step shows before something is typed. */
  public CheckoutForms getForms() {
    return forms;
  }

  /** Whether the billing address is that of the delivery. */
  public boolean isBilledThere() {
    return form.isSent("payment") ? !form.typed("same").isEmpty() : steps.billing() == null;
  }
}
