package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.Settlement.Step;
import shop.emporium.domain.shared.Actor;

/** Notes what came in by transfer, and what went back: people look at the shop's account. */
@Stateless
public class TransferService {

  /** What became of money that was noted. */
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

  /**
   * Money of an order was transferred back: the oldest of this amount that was asked for.
   *
   * @return whether any was asked for
   */
  public boolean givenBack(@NotNull OrderNumber order, @NotNull Money amount, @NotNull Actor by) {
    return queries
        .requested(order, TransferGateway.NAME, amount)
        .map(refund -> payments.noteRefund(refund, RepaymentAnswer.done(null), false, by))
        .orElseGet(() -> queries.stray(order, amount).map(this::strayGivenBack).orElse(false));
  }

  private boolean strayGivenBack(long payment) {
    payments.noteStrayReturned(payment);
    return true;
  }
}
