package shop.emporium.ejb.payment;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.payment.PaymentAccount;
import shop.emporium.domain.payment.PaymentStatus;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.Settlement;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Move;
import shop.emporium.ejb.order.LockedOrder;
import shop.emporium.ejb.order.MoneyReturned;
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

  private static final String STRAY_REFUSED = "The provider refused to give back stray money";

  private static final String SILENT =
      "The provider does not tell what became of this payment, though its time is over: look there,"
          + " and whether it is reached with the right key";

  /** So many looks without an answer after the end, about two hours, are for a person. */
  private static final int MOST_SILENT_LOOKS = 3;

  @Inject private PaymentRepository payments;
  @Inject private TroubleRepository troubles;
  @Inject private OrderService orders;
  @Inject private Event<MoneyReturned> returned;

  /**
   * Writes down that an order is about to be paid. For the transaction that places the order, or
   * that has locked it.
   *
   * @param amount above 0
   * @param lookAfter when to ask the provider what became of it, unless it says so before
   * @param payUntil until when the order waits
   * @return of which the provider is to be told once this is committed
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public PaymentRecord begin(
      @NotNull OrderNumber order,
      @NotNull @Size(max = 20) String method,
      @NotNull @Size(max = 20) String provider,
      @NotNull Money amount,
      @NotNull Duration lookAfter,
      @NotNull Instant payUntil,
      @NotNull Actor by) {
    return payments.insert(order, method, provider, amount, by, lookAfter, payUntil);
  }

  /**
   * Notes a report that needs neither a page nor a reason, see {@link #note(long, GatewayAnswer,
   * boolean, Actor)}.
   *
   * @param providerId what the provider calls it, or null where that is not known
   */
  public Settlement.Step note(
      long payment,
      @NotNull ProviderReport report,
      @Size(max = 255) String providerId,
      boolean isGivenUp,
      @NotNull Actor by) {
    return note(payment, GatewayAnswer.of(report, providerId), isGivenUp, by);
  }

  /**
   * Notes what a provider says of a payment, and does here what follows from it.
   *
   * @param isGivenUp whether the provider has had all the time in the world
   * @return the step that follows; those that are the provider's to do are still to be done: {@code
   *     CAPTURE} and {@code CALL_OFF}; {@code ASK_A_PERSON} is for people
   * @throws UnknownPaymentException when there is no such payment
   */
  public Settlement.Step note(
      long payment, @NotNull @Valid GatewayAnswer answer, boolean isGivenUp, @NotNull Actor by) {
    OrderNumber order =
        payments.orderOf(payment).orElseThrow(() -> new UnknownPaymentException(payment));
    return note(order, payment, answer, isGivenUp, by);
  }

  /** The same, of a payment that was read before. */
  public Settlement.Step note(
      @NotNull PaymentRecord payment,
      @NotNull @Valid GatewayAnswer answer,
      boolean isGivenUp,
      @NotNull Actor by) {
    return note(payment.order(), payment.id(), answer, isGivenUp, by);
  }

  private Settlement.Step note(
      OrderNumber number, long payment, GatewayAnswer answer, boolean isGivenUp, Actor by) {
    ProviderReport report = answer.report();
    String providerId = answer.providerId();
    LockedOrder order = orders.lock(number);
    PaymentAccount account = payments.lock(payment).orElseThrow().account();
    Settlement.Step step =
        Settlement.next(order.status(), account.status(), account.amount(), report, isGivenUp);
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
        payments.declined(
            payment, answer.reason() == null ? GatewayAnswer.EXPIRED : answer.reason());
        giveUp(order, by, "Payment declined");
      }
      case NOTE_VOID -> {
        payments.write(payment, account.callOff(), providerId, by, "Called off");
        giveUp(order, by, "Payment called off");
      }
      case CAPTURE -> {
        if (account.status() == PaymentStatus.INITIATED) {
          payments.write(payment, account.authorise(), providerId, by, "");
        }
        payments.lookLater(payment, providerId);
      }
      // The provider is to act; should nobody tell it so now, it is looked up again.
      case LOOK_AGAIN, CALL_OFF -> payments.lookLater(payment, providerId);
      case GIVE_BACK_STRAY -> payments.noteStray(payment, report.amount(), providerId);
      case ASK_A_PERSON -> troubles.tell(payment, "The provider tells of " + report.amount());
      case NOTHING -> {
        if (!account.status().isOpen()) {
          payments.lookNoMore(payment);
        }
      }
    }
    return step;
  }

  /**
   * Notes what became of money that was to be given back.
   *
   * @param isLast whether a refusal ends it
   * @return whether it is over; not when it is to be tried again, nor when it was over before
   */
  public boolean noteRefund(
      long refund, @NotNull RepaymentAnswer answer, boolean isLast, @NotNull Actor by) {
    PaymentRepository.Refunded of =
        payments.refund(refund).orElseThrow(() -> new UnknownPaymentException(refund));
    orders.lock(of.order());
    PaymentAccount account = payments.lock(of.payment()).orElseThrow().account();
    Money amount = Money.ofMinor(account.amount().getCurrencyUnit(), of.minor());
    if (answer.kind() == RepaymentAnswer.Kind.REFUSED) {
      troubles.countRefusal(refund);
    }
    boolean isRefused = answer.kind() == RepaymentAnswer.Kind.REFUSED && isLast;
    boolean isDone = answer.kind() == RepaymentAnswer.Kind.DONE;
    // Under the lock: another node may have noted it.
    if (!(isDone || isRefused) || !payments.endRefund(refund, isDone, answer.providerId())) {
      return false;
    }
    PaymentAccount after = isDone ? account.giveBack(amount) : account.keep(amount);
    payments.write(of.payment(), after, null, by, isDone ? "Given back" : "Refund refused");
    if (isDone) {
      returned.fire(new MoneyReturned(of.order(), refund, amount));
    }
    if (isRefused) {
      troubles.tell(of.payment(), "The provider refused to give back " + amount);
    }
    return true;
  }

  /**
   * Ends an order that nobody paid in time, unless it was paid at that very moment.
   *
   * @return whether this call has ended it
   */
  public boolean cancelUnpaid(@NotNull OrderNumber order) {
    if (!orders.lock(order).status().isUnpaid()) {
      return false;
    }
    orders.cancel(order, Actor.SHOP, "Not paid in time");
    return true;
  }

  /** Notes that money which no order wanted was given back. */
  public void noteStrayReturned(long payment) {
    troubles.settle(payment, STRAY_REFUSED);
    payments.endStray(payment);
  }

  /**
   * Notes that a provider does not give back money which no order wanted.
   *
   * @param isForAPerson whether it has said so often enough for a person to look
   */
  public void noteStrayRefused(long payment, boolean isForAPerson) {
    if (isForAPerson) {
      troubles.tell(payment, STRAY_REFUSED);
    }
    troubles.countStrayRefusal(payment);
  }

  /**
   * Notes that a provider did not answer a look, though it has had all the time in the world. It
   * goes on being asked: nobody knows whether it has the money.
   *
   * @return whether a person has to look from now on
   */
  public boolean noteSilence(long payment) {
    return troubles.countSilence(payment, MOST_SILENT_LOOKS, SILENT);
  }

  /** Notes that a provider answered all that a look asked of it. */
  public void noteAnswered(long payment) {
    troubles.endSilence(payment, SILENT);
  }

  private void giveUp(LockedOrder order, Actor by, String why) {
    if (order.status().isUnpaid()) {
      orders.giveUp(order.number(), by, why);
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

  /**
   * Asks for a part of an order's money back: noted here, done at the provider soon afterwards.
   *
   * @param amount above 0
   * @throws IllegalArgumentException when there is not so much that could be given back
   * @throws shop.emporium.ejb.order.UnknownOrderException when there is no such order
   */
  public void giveBack(
      @NotNull OrderNumber order,
      @NotNull Money amount,
      @NotNull Actor by,
      @NotNull @Size(max = Move.MAX_WHY) String why) {
    orders.lock(order);
    PaymentRepository.Locked live =
        payments
            .lockLive(order)
            .orElseThrow(() -> new IllegalArgumentException(order + " was not paid here"));
    giveBack(live.id(), live.account(), amount, by, why);
  }

  private void giveBack(long payment, PaymentAccount account, Actor by, String why) {
    giveBack(payment, account, account.refundable(), by, why);
  }

  private void giveBack(long payment, PaymentAccount account, Money amount, Actor by, String why) {
    if (amount.isPositive()) {
      String reason = why.substring(0, Math.min(why.length(), Move.MAX_WHY));
      payments.write(payment, account.ask(amount), null, by, reason);
      payments.insertRefund(payment, amount, by, reason);
    }
  }
}
