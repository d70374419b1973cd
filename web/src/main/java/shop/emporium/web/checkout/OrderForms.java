package shop.emporium.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.omnifaces.util.Faces;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.IllegalMoveException;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.ejb.checkout.CheckoutSteps;
import shop.emporium.ejb.checkout.OrderDesk;
import shop.emporium.ejb.checkout.PlaceOrder;
import shop.emporium.ejb.checkout.Placing;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.payment.CardsNotTakenException;
import shop.emporium.ejb.shared.Retries;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.web.shared.PageForm;
import shop.emporium.web.shared.PageLanguage;
import shop.emporium.web.shared.SeeOther;

/**
 * The forms that place an order, and that go on with its payment or give it up.
 *
 * <p>The token in the form makes of two clicks, of two tabs and of a reload one order: who comes
 * second is led to where the first one was.
 */
@RequestScoped
class OrderForms {

  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int REFUSED = 422;
  private static final int TOO_MANY = 429;

  @Inject private OrderDesk desk;
  @Inject private OrderService orders;
  @Inject private Retries retries;
  @Inject private CheckoutService checkouts;
  @Inject private CurrentCheckout current;
  @Inject private PaymentPath path;
  @Inject private StoreSettings settings;
  @Inject private PageForm form;
  @Inject private PageLanguage language;

  void on(long cart, CheckoutSteps steps, List<CheckoutNotice> notices) {
    form.on("place", () -> place(cart, notices));
    Optional.ofNullable(steps.underWay())
        .ifPresent(order -> form.on("give-up", () -> giveUp(order)));
  }

  private String place(long cart, List<CheckoutNotice> notices) {
    String token = form.typed("token");
    if (!TOKEN.matcher(token).matches()) {
      return "/checkout";
    }
    // Of an attempt that has its order already, whatever has become of the way to it.
    Optional<OrderNumber> before =
        orders
            .find(UUID.fromString(token))
            .filter(one -> checkouts.isOwn(one, Optional.of(cart), current.customer()));
    if (before.isPresent()) {
      return lead(before.orElseThrow());
    }
    Money expected = Money.ofMinor(settings.currency(), form.number("total"));
    Optional<PlaceOrder> wish =
        checkouts.wish(
            cart, current.customer(), UUID.fromString(token), expected, language.getCode());
    if (wish.isEmpty()) {
      return "/checkout";
    }
    Placing placing;
    try {
      placing = desk.place(wish.orElseThrow());
    } catch (CardsNotTakenException off) {
      notices.add(CheckoutNotice.of("bad", "checkout.refused.card"));
      Faces.getResponse().setStatus(REFUSED);
      return null;
    } catch (TooManyAttemptsException often) {
      return delay(often.getWait(), notices);
    }
    if (placing instanceof Placing.Placed placed) {
      // A page that was left open on a shared device may have the token of somebody else's order.
      boolean isOwn =
          placed.isFirst()
              || checkouts.isOwn(placed.number(), Optional.of(cart), current.customer());
      return isOwn
          ? lead(placed.number())
          : refuse(Placing.Refused.because(Placing.Reason.STALE), notices);
    }
    return refuse((Placing.Refused) placing, notices);
  }

  private static String delay(Duration wait, List<CheckoutNotice> notices) {
    int minutes = Math.toIntExact(wait.plusSeconds(59).toMinutes());
    notices.add(CheckoutNotice.of("bad", "fault.wait-minutes", minutes));
    Faces.getResponse().setStatus(TOO_MANY);
    Faces.getResponse().setHeader("Retry-After", String.valueOf(wait.toSeconds()));
    return null;
  }

  /** To the provider or to the order: an address that is whole already. */
  private String lead(OrderNumber order) {
    SeeOther.answer(Faces.getResponse(), path.afterForm(order));
    FacesContext.getCurrentInstance().responseComplete();
    return null;
  }

  private String refuse(Placing.Refused refused, List<CheckoutNotice> notices) {
    switch (refused.reason()) {
      case EMPTY -> {
        return "/cart";
      }
      case UNDER_WAY -> {
        return "/checkout";
      }
      // What is short is read anew, and said line by line.
      case OUT_OF_STOCK -> {
        // Nothing else to say.
      }
      case PRICE ->
          notices.add(CheckoutNotice.of("warn", "checkout.refused.price", refused.total()));
      case COUPON -> notices.add(CheckoutNotice.of("bad", "checkout.refused.coupon"));
      case GIFT_CARD -> notices.add(CheckoutNotice.of("bad", "checkout.refused.gift-card"));
      case NOT_SENT -> notices.add(CheckoutNotice.of("bad", "checkout.refused.not-sent"));
      case ADDRESS -> notices.add(CheckoutNotice.of("bad", "checkout.refused.address"));
      case STALE, KEY_REUSED -> notices.add(CheckoutNotice.of("info", "checkout.refused.stale"));
    }
    Faces.getResponse().setStatus(REFUSED);
    return null;
  }

  /** Back to the steps: what the order had is held for the next try. Paid orders stay. */
  private String giveUp(OrderNumber order) {
    try {
      // It meets answers and looks of the provider: the database may refuse one of them.
      return retries.run(
          () -> {
            orders.giveUp(order, current.actor(), "Given up by its buyer");
            return "/checkout?step=review&declined=cancelled";
          });
    } catch (IllegalMoveException paid) {
      return path.page(order);
    }
  }
}
