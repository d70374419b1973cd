package shop.emporium.ejb.payment;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.payment.PaymentAccount;
import shop.emporium.domain.payment.PaymentStatus;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.Settlement;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Move;
import shop.emporium.ejb.order.OrderMoved;
import shop.emporium.ejb.order.OrderService;

/**
 * Notes what is to be paid, and what providers say of it.
 *
 * <p>The order is locked first, then its payment: whatever comes at once, an answer, a notice, a
 * look and a cancellation, each sees what the one before has done.
 */
@Stateless
public class PaymentService {

  @Inject private PaymentRepository payments;
  @Inject private OrderService orders;

  /**
   * Writes down that an order is about to be paid. For the transaction that places the order, or
   * that has locked it.
   *
   * @param amount above 0
   * @param lookAfter when to ask the provider what became of it, unless it says so before
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public StartedPayment begin(
      @NotNull OrderNumber order,
      @NotNull @Size(max = 20) String method,
      @NotNull @Size(max = 20) String provider,
      @NotNull Money amount,
      @NotNull Duration lookAfter,
      @NotNull Actor by) {
    return payments.insert(order, method, provider, amount, by, lookAfter);
  }

  /**
   * Notes what a provider says of a payment, and does here what follows from it.
   *
   * @param providerId what the provider calls it, or null where that is not known
   * @param isGivenUp whether the provider has had all the time in the world
   * @return the step that follows; those that are the provider's to do are still to be done: {@code
   *     CAPTURE}, {@code CALL_OFF}, {@code GIVE_BACK_STRAY}, and {@code ASK_A_PERSON}
   * @throws UnknownPaymentException when there is no such payment
   */
  public Settlement.Step note(
      long payment,
      @NotNull ProviderReport report,
      @Size(max = 255) String providerId,
      boolean isGivenUp,
      @NotNull Actor by) {
    OrderNumber order =
        payments.orderOf(payment).orElseThrow(() -> new UnknownPaymentException(payment));
    OrderStatus status = orders.lock(order);
    PaymentAccount account = payments.lock(payment).orElseThrow().account();
    Settlement.Step step =
        Settlement.next(status, account.status(), account.amount(), report, isGivenUp);
    switch (step) {
      case SETTLE -> {
        payments.write(payment, account.capture(), providerId, by, "");
        orders.pay(order, by, "");
      }
      case SETTLE_AND_GIVE_BACK -> {
        payments.write(payment, account.capture(), providerId, by, "");
        giveBack(payment, account.capture(), Actor.SHOP, "The order is cancelled");
      }
      case FAIL -> {
        payments.write(payment, account.fail(), providerId, by, "Declined");
        giveUp(order, status, by, "Payment declined");
      }
      case NOTE_VOID -> {
        payments.write(payment, account.callOff(), providerId, by, "Called off");
        giveUp(order, status, by, "Payment called off");
      }
      case CAPTURE -> {
        if (account.status() == PaymentStatus.INITIATED) {
          payments.write(payment, account.authorise(), providerId, by, "");
        }
      }
      case LOOK_AGAIN -> payments.lookLater(payment, providerId);
      case NOTHING, CALL_OFF, GIVE_BACK_STRAY, ASK_A_PERSON -> {
        // Nothing to note: the provider, or a person, is to act.
      }
    }
    return step;
  }

  private void giveUp(OrderNumber order, OrderStatus status, Actor by, String why) {
    if (status.isUnpaid()) {
      orders.giveUp(order, by, why);
    }
  }

  /**
   * An order that is cancelled wants no money: what is open is called off, what is in is given
   * back. The provider is told afterwards.
   */
  public void onMove(@Observes @Priority(100) OrderMoved moved) {
    if (moved.to() == OrderStatus.CANCELLED) {
      payments
          .lockLive(moved.number())
          .ifPresent(
              live -> {
                if (live.account().status().isOpen()) {
                  payments.wantVoid(live.id());
                } else {
                  giveBack(live.id(), live.account(), moved.by(), moved.why());
                }
              });
    }
  }

  private void giveBack(long payment, PaymentAccount account, Actor by, String why) {
    Money amount = account.refundable();
    if (amount.isPositive()) {
      String reason = why.substring(0, Math.min(why.length(), Move.MAX_WHY));
      payments.write(payment, account.ask(amount), null, by, reason);
      payments.insertRefund(payment, amount, by, reason);
    }
  }
}
