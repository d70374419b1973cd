package shop.emporium.domain.payment;

import org.joda.money.Money;
import shop.emporium.domain.order.OrderStatus;

/**
 * What follows from how an order and its payment stand and from what the provider says.
 *
 * <p>This is the one place for it: the answer to a call, a notice, and the look of the reconciler
 * end here, in any order and any number. A step that notes something leads to a standing from which
 * the same report asks for nothing more; one that tells the provider something carries the
 * reference of the payment, and the provider does it once. So a report that comes twice does
 * nothing twice.
 */
public final class Settlement {

  /** What to do next. */
  public enum Step {
    /** Nothing: it is known, or older than what is known. */
    NOTHING,
    /** Ask again later. */
    LOOK_AGAIN,
    /** Note that the money is promised, and take it. */
    CAPTURE,
    /** Note that the money is in: the order is paid. */
    SETTLE,
    /** Note that it came to nothing: the buyer may try again, or the order is cancelled. */
    FAIL,
    /** Tell the provider that nobody wants the money. */
    CALL_OFF,
    /** Note that it was called off. */
    NOTE_VOID,
    /** Note that the money is in, and give it back: the order does not want it any more. */
    SETTLE_AND_GIVE_BACK,
    /** Give back money that was taken after the provider had said that it would not be. */
    GIVE_BACK_STRAY,
    /** Another amount than was asked for: no order is paid by it; a person has to look. */
    ASK_A_PERSON
  }

  private Settlement() {}

  /**
   * The next step.
   *
   * @param amount that the payment asked for
   * @param isGivenUp whether the provider has had all the time in the world: what it does not know
   *     now will never be
   */
  public static Step next(
      OrderStatus order,
      PaymentStatus payment,
      Money amount,
      ProviderReport report,
      boolean isGivenUp) {
    if (report.amount() != null && !report.amount().equals(amount)) {
      return Step.ASK_A_PERSON;
    }
    if (payment.isCaptured()) {
      return Step.NOTHING;
    }
    if (payment.isOver()) {
      return afterTheEnd(report);
    }
    boolean isWanted = order == OrderStatus.PLACED;
    return switch (report.kind()) {
      case CAPTURED -> isWanted ? Step.SETTLE : Step.SETTLE_AND_GIVE_BACK;
      case AUTHORISED -> isWanted ? Step.CAPTURE : Step.CALL_OFF;
      case DECLINED -> Step.FAIL;
      case VOIDED -> Step.NOTE_VOID;
      case PENDING -> isWanted && !isGivenUp ? Step.LOOK_AGAIN : Step.CALL_OFF;
      case UNKNOWN -> isGivenUp ? Step.FAIL : Step.LOOK_AGAIN;
    };
  }

  /** An attempt that was over when the report came. */
  private static Step afterTheEnd(ProviderReport report) {
    return switch (report.kind()) {
      case CAPTURED -> Step.GIVE_BACK_STRAY;
      case AUTHORISED -> Step.CALL_OFF;
      default -> Step.NOTHING;
    };
  }
}
