package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.Settlement.Step;
import shop.emporium.domain.shared.Actor;

/** Notes what came in by transfer, and what went back: people look at the shop's account. */
@Stateless
public class TransferService {

  /** What became of money that came in. */
  public enum Noted {
    /** The order is paid. */
    PAID,
    /** It was noted before; nothing has changed. */
    KNOWN,
    /** The order does not want it any more: it is to be transferred back. */
    TO_GO_BACK,
    /** Another amount than the order asks for: nothing has changed. */
    OTHER_AMOUNT,
    /** No such order waits for a transfer. */
    UNKNOWN
  }

  /** What became of money that went back. */
  public enum Returned {
    /** It is noted. */
    NOTED,
    /** It was noted before; nothing has changed. */
    KNOWN,
    /** Another amount than is to go back: nothing has changed. */
    OTHER_AMOUNT,
    /** Nothing of the order is to go back by this name. */
    UNKNOWN
  }

  @Inject private PaymentQueries queries;
  @Inject private PaymentService payments;

  /**
   * Money for an order came in. May be told twice.
   *
   * @param by who saw it
   */
  public Noted received(@NotNull OrderNumber order, @NotNull Money amount, @NotNull Actor by) {
    return queries
        .find(order, TransferGateway.NAME)
        .map(payment -> received(payment, amount, by))
        .orElse(Noted.UNKNOWN);
  }

  private Noted received(PaymentRecord payment, Money amount, Actor by) {
    if (!payment.amount().equals(amount)) {
      return Noted.OTHER_AMOUNT;
    }
    Step step =
        payments.note(
            payment.id(), GatewayAnswer.of(ProviderReport.captured(amount), null), false, by);
    return switch (step) {
      case SETTLE -> Noted.PAID;
      case SETTLE_AND_GIVE_BACK, GIVE_BACK_STRAY -> Noted.TO_GO_BACK;
      default -> Noted.KNOWN;
    };
  }

  /** What of an order's money goes back by transfer, or did, the oldest first. */
  public List<TransferBack> back(@NotNull OrderNumber order) {
    return queries.transfersBack(order);
  }

  /**
   * Money of an order was transferred back. May be told twice.
   *
   * @param reference what {@link #back} names it by: another one of the same amount is another one
   * @param amount that was transferred
   * @param by who did it
   */
  public Returned givenBack(
      @NotNull OrderNumber order,
      @NotNull UUID reference,
      @NotNull Money amount,
      @NotNull Actor by) {
    return queries.transfersBack(order).stream()
        .filter(back -> back.reference().equals(reference))
        .findFirst()
        .map(back -> givenBack(back, amount, by))
        .orElse(Returned.UNKNOWN);
  }

  private Returned givenBack(TransferBack back, Money amount, Actor by) {
    if (!back.amount().equals(amount)) {
      return Returned.OTHER_AMOUNT;
    }
    if (back.isDone()) {
      return Returned.KNOWN;
    }
    if (back.isStray()) {
      payments.noteStrayReturned(back.id());
      return Returned.NOTED;
    }
    // Somebody else may have said so since it was read.
    return payments.noteRefund(back.id(), RepaymentAnswer.done(null), false, by)
        ? Returned.NOTED
        : Returned.KNOWN;
  }
}
