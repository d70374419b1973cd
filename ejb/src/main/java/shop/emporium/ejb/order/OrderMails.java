package shop.emporium.ejb.order;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.shared.mail.MailRows;

/**
 * The mails about orders, each put once into the transaction of what it tells of: an order and the
 * kind of a mail are unique together.
 */
@ApplicationScoped
class OrderMails {

  @Inject private OrderViewRepository views;
  @Inject private OrderLookup lookup;
  @Inject private OrderPost post;
  @Inject private ShopDetails shop;
  @Inject private Event<OrderChanged> changed;

  /** A buyer who pays by transfer is told where to. */
  void onPlacing(@Observes @Priority(1000) OrderPlaced placed) {
    if (placed.isPaidLater()) {
      OrderView order = view(placed.number());
      post.send(order, "placed", "order-placed", order.totals().due(), this::bank);
    }
  }

  /** After the money, and whatever else belongs to the move. */
  void onPayment(@Observes @Priority(1000) OrderMoved moved) {
    if (moved.to() == OrderStatus.PAID && moved.from() == OrderStatus.PLACED) {
      paid(view(moved.number()));
    }
  }

  /** Before the money goes back, for it names what does so now, not what did before. */
  void onCancellation(@Observes @Priority(50) OrderMoved moved) {
    if (moved.to() == OrderStatus.CANCELLED && !moved.isToBeTriedAgain()) {
      cancelled(view(moved.number()));
    }
  }

  private void paid(OrderView order) {
    boolean isToldAlready =
        order.paymentMethod().equals(OrderPlaced.TRANSFER) && !order.totals().due().isZero();
    if (isToldAlready) {
      post.send(order, "paid", "payment-received", order.totals().due(), rows -> {});
    } else {
      post.send(
          order, "paid", "order-confirmed", order.totals().total(), rows -> arrival(order, rows));
    }
  }

  private void cancelled(OrderView order) {
    Money back =
        order.isPaid()
            ? order.totals().total().minusMinor(views.givenBackMinor(order.number()))
            : zero(order);
    String template = back.isPositive() ? "order-cancelled-paid" : "order-cancelled";
    post.send(order, "cancelled", template, back, null);
  }

  /** A parcel was handed over. */
  void shipped(OrderView order, long parcel) {
    post.send(
        order,
        "shipped:" + parcel,
        "order-shipped",
        zero(order),
        rows -> parcel(order, parcel, rows));
  }

  /** A parcel has arrived. */
  void delivered(OrderView order, long parcel) {
    post.send(order, "delivered:" + parcel, "order-delivered", zero(order), null);
  }

  void returnAsked(OrderView order, long id) {
    post.send(order, "return-asked:" + id, "return-asked", zero(order), null);
  }

  void returnAccepted(OrderView order, long id, Money refund) {
    post.send(order, "return:" + id, "return-accepted", refund, null);
  }

  void returnRefused(OrderView order, long id) {
    post.send(order, "return:" + id, "return-refused", zero(order), null);
  }

  /** The provider has given money back. */
  void onReturnedMoney(@Observes MoneyReturned returned) {
    post.send(
        view(returned.number()),
        "refund:" + returned.refund(),
        "order-refunded",
        returned.amount(),
        null);
    changed.fire(new OrderChanged(returned.number()));
  }

  private void bank(MailRows rows) {
    ShopDetails.BankAccount account = shop.account();
    rows.named("bank.holder", account.holder());
    rows.named("bank.iban", account.iban());
    rows.named("bank.bic", account.bic());
    if (!account.bank().isEmpty()) {
      rows.named("bank.name", account.bank());
    }
  }

  private void arrival(OrderView order, MailRows rows) {
    rows.named("arrives", post.days(order));
  }

  private void parcel(OrderView order, long id, MailRows rows) {
    order.parcels().stream()
        .filter(one -> one.id() == id)
        .forEach(
            parcel -> {
              rows.named("carrier", parcel.carrier());
              if (parcel.tracking() != null) {
                rows.named("tracking", parcel.tracking());
              }
              parcel
                  .pieces()
                  .forEach(
                      pieces ->
                          rows.add(
                              OrderPost.name(order.line(pieces.position())),
                              pieces.quantity() + " ×"));
            });
  }

  private static Money zero(OrderView order) {
    return Money.zero(order.totals().total().getCurrencyUnit());
  }

  private OrderView view(OrderNumber number) {
    return views.find(number, lookup.days()).orElseThrow();
  }
}
