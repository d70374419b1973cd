package shop.emporium.web.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.omnifaces.util.Faces;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.order.ShipmentStatus;
import shop.emporium.domain.payment.PaymentStatus;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.order.OrderHappening;
import shop.emporium.ejb.order.OrderLineView;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.ejb.order.ParcelView;
import shop.emporium.ejb.order.Reordered;
import shop.emporium.ejb.order.ShopDetails;
import shop.emporium.web.shared.Choice;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PagePath;
import shop.emporium.web.shared.PageText;

/** An order: {@code /order/EM-100001}, for its customer, or with {@code ?key=…}. */
@Named("order")
@RequestScoped
public class OrderBacking {

  @Inject private OrderAccess access;
  @Inject private OrderForms forms;
  @Inject private ShopDetails shop;
  @Inject private PageCache cache;
  @Inject private PagePath path;

  private OrderAccess.Seen seen;

  public void load() {
    cache.keepPrivate();
    seen = path.name().flatMap(access::find).orElse(null);
    if (seen == null) {
      cache.notFound();
      return;
    }
    if (forms.on(seen)) {
      // Refused since it has moved meanwhile, maybe: the page shows how it stands now.
      seen = path.name().flatMap(access::find).orElse(seen);
    }
  }

  public OrderView getView() {
    return seen.order();
  }

  public String getNumber() {
    return seen == null ? "" : seen.order().number().text();
  }

  /** Where forms of this page go. */
  public String getAddress() {
    return seen.address();
  }

  /** Where the invoice is. */
  public String getInvoice() {
    return "/order/" + getNumber() + "/invoice.pdf" + seen.query("?");
  }

  /** Whether there is an invoice, or will be one when it is asked for. */
  public boolean hasInvoice() {
    OrderView order = seen.order();
    return order.invoice() != null
        || (order.isPaid() && order.status() != OrderStatus.CANCELLED && !order.isForgotten());
  }

  /** Whether its customer looks at it, who is told of changes at once. */
  public boolean isOwner() {
    return seen.link().isEmpty();
  }

  /** What the link ends with by which it was opened; empty for its customer. */
  public String getLink() {
    return seen.link().map(Secret::value).orElse("");
  }

  /** Such as {@code shipped}: what texts are called by. */
  public String getState() {
    return seen.order().status().name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing of it changes any more. */
  public boolean isOver() {
    return seen.order().status().isFinal();
  }

  /** What its buyer wants to know first: when it comes, or what is to be done. */
  public String getSentence() {
    OrderView order = seen.order();
    if (order.status() == OrderStatus.PLACED) {
      return text(
          isByTransfer()
              ? "order.say.transfer"
              : isWithItsBuyer() ? "order.say.unpaid" : "order.say.placed");
    }
    boolean isComing =
        order.status() == OrderStatus.PAID
            || order.status() == OrderStatus.PACKED
            || order.status() == OrderStatus.SHIPPED;
    if (isComing) {
      return Format.fill1(text("order.say.expected"), locale(), getDays());
    }
    if (order.status() == OrderStatus.CANCELLED) {
      return text(isSomethingPaid() ? "order.say.cancelled.paid" : "order.say.cancelled");
    }
    return text(
        order.status() == OrderStatus.RETURNED ? "order.say.returned" : "order.say.delivered");
  }

  /** Whether some of its money is in, be it by gift cards only: it is given back with the rest. */
  public boolean isSomethingPaid() {
    return seen.order().totals().giftCards().isPositive()
        || (seen.order().isPaid() && seen.order().totals().total().isPositive());
  }

  /** How the payment stands, in words. */
  public String getPayment() {
    OrderView order = seen.order();
    if (order.payment() == null) {
      return text(
          !order.isPaid()
              ? "order.pay.none"
              : order.totals().giftCards().isPositive() ? "order.pay.gift" : "order.pay.free");
    }
    String key =
        switch (order.payment().status()) {
          case INITIATED, AUTHORISED ->
              isByTransfer()
                  ? "order.pay.awaited"
                  : order.status() == OrderStatus.CANCELLED
                      ? "order.pay.called-off"
                      : "order.pay.open";
          case FAILED -> "order.pay.failed";
          case VOIDED -> "order.pay.called-off";
          case CAPTURED ->
              order.payment().refunding().isPositive()
                  ? "order.pay.refunding"
                  : isByTransfer() ? "order.pay.transferred" : "order.pay.card";
          case PARTLY_REFUNDED -> "order.pay.partly";
          case REFUNDED -> "order.pay.refunded";
        };
    boolean isBack = key.equals("order.pay.partly") || key.equals("order.pay.refunded");
    return Format.fill1(
        text(key),
        locale(),
        Format.money(isBack ? order.payment().refunded() : order.payment().refunding(), locale()));
  }

  private boolean isByTransfer() {
    return seen.order().paymentMethod().equals("transfer");
  }

  /** Whether its buyer has to transfer the money. */
  public boolean isToBeTransferred() {
    return seen.order().status() == OrderStatus.PLACED
        && isByTransfer()
        && seen.order().totals().due().isPositive();
  }

  /**
   * Whether its customer has still to pay it by card, and can do so now. A guest cannot, whose link
   * may have been passed on: where he ordered, the way to the till leads him there.
   */
  public boolean isToBePaid() {
    OrderView order = seen.order();
    return isOwner()
        && order.status() == OrderStatus.PLACED
        && !isByTransfer()
        && order.payment() != null
        && order.payment().status() == PaymentStatus.INITIATED;
  }

  /** Whether a guest looks at an order whose card has still to be typed, where it was ordered. */
  private boolean isWithItsBuyer() {
    OrderView order = seen.order();
    return !isOwner()
        && order.payment() != null
        && order.payment().status() == PaymentStatus.INITIATED;
  }

  /** Where transfers go. */
  public ShopDetails.BankAccount getAccount() {
    return shop.account();
  }

  /** Until when it waits for its money. */
  public String getPayUntil() {
    return OrderWords.day(seen.order().payUntil(), locale());
  }

  public String getPlaced() {
    return OrderWords.day(seen.order().placedAt(), locale());
  }

  public String getDays() {
    return OrderWords.days(seen.order().arrivesFrom(), seen.order().arrivesUntil(), locale());
  }

  /** The way it takes. */
  public List<OrderStep> getSteps() {
    return OrderStep.of(seen.order(), locale());
  }

  /** What happened, the last first. */
  public List<OrderHappening> getHistory() {
    return OrderStep.lastFirst(seen.order());
  }

  /** For programs, as HTML wants it. */
  public String moment(OrderHappening happening) {
    return happening.at().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public String when(OrderHappening happening) {
    return OrderWords.moment(happening.at(), locale());
  }

  /** What is in a parcel or a return. */
  public String content(List<ParcelView.Pieces> pieces) {
    return String.join(
        ", ",
        pieces.stream()
            .map(one -> one.quantity() + " × " + seen.order().line(one.position()).name())
            .toList());
  }

  /** The name of a state or a reason in lower case: what texts are called by. */
  public String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Whether its buyer can write about a line: it is still sold, and a piece of it has left. */
  public boolean canBeReviewed(OrderLineView line) {
    return line.slug() != null
        && seen.order().isPaid()
        && seen.order().parcels().stream()
            .filter(parcel -> parcel.status() != ShipmentStatus.PACKED)
            .flatMap(parcel -> parcel.pieces().stream())
            .anyMatch(piece -> piece.position() == line.position());
  }

  /** The numbers of pieces of a line that can be sent back, none included. */
  public List<Integer> counts(OrderLineView line) {
    return IntStream.rangeClosed(0, Math.min(line.returnable(), 99)).boxed().toList();
  }

  /** The reasons why something can be sent back. */
  public List<Choice> getReasons() {
    return ReturnReason.ofBuyers().stream()
        .map(reason -> new Choice(reason.code(), text(words(reason))))
        .toList();
  }

  private static String words(ReturnReason reason) {
    return switch (reason) {
      case CHANGED_MIND -> "order.reason.changed-mind";
      case DAMAGED -> "order.reason.damaged";
      case WRONG_ITEM -> "order.reason.wrong-item";
      case NOT_AS_DESCRIBED -> "order.reason.not-as-described";
      case OTHER, UNDELIVERABLE -> "order.reason.other";
    };
  }

  /** Postal code, city, region and country in a line. */
  public String place(PostalAddress address) {
    return OrderWords.place(address, locale());
  }

  /** The percents of a rate of tax, such as "19" or "5,5". */
  public String percent(BigDecimal rate) {
    return NumberFormat.getNumberInstance(locale()).format(rate);
  }

  /** What became of the wish to order the same again; null when nobody wished so. */
  public Reordered getReordered() {
    return forms.reordered();
  }

  private static Locale locale() {
    return Faces.getLocale();
  }

  private static String text(String key) {
    return PageText.of(key, locale());
  }
}
