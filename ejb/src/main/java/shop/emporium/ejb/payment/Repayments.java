package shop.emporium.ejb.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.shared.Retries;

/**
 * Gives money back at providers: what buyers get back, and what came though no order wanted it. No
 * transaction is open meanwhile.
 */
@ApplicationScoped
class Repayments {

  private static final System.Logger LOG = System.getLogger(Repayments.class.getName());

  /**
   * So many refusals are taken for good, about two hours after the first; later where the provider
   * was silent before. Silence is no refusal.
   */
  static final int MOST_REFUSALS = 10;

  @Inject private PaymentReader reader;
  @Inject private PaymentService payments;
  @Inject private PaymentGateways gateways;
  @Inject private Retries retries;

  /**
   * Gives back what has been due for longest.
   *
   * @return whether there was anything
   */
  boolean giveBackNext() {
    Optional<DueRepayment> due = reader.takeRefund();
    due.ifPresent(one -> EachAlone.run(order(one), () -> giveBack(one)));
    return due.isPresent();
  }

  private void giveBack(DueRepayment due) {
    Optional<RepaymentAnswer> answer = ask(due);
    if (answer.isEmpty()) {
      return;
    }
    boolean isLast = isLastIfRefused(due);
    Actor by = Actor.provider(due.repayment().payment().provider());
    boolean isOver =
        retries.run(() -> payments.noteRefund(due.id(), answer.orElseThrow(), isLast, by));
    if (answer.orElseThrow().kind() == RepaymentAnswer.Kind.REFUSED) {
      complain(due, answer.orElseThrow(), isOver);
    }
  }

  /** Gives back money that no order wanted, the oldest first; tells whether there was any. */
  boolean giveBackNextStray() {
    Optional<DueRepayment> due = reader.takeStray();
    due.ifPresent(one -> EachAlone.run(order(one), () -> giveBackStray(one)));
    return due.isPresent();
  }

  private void giveBackStray(DueRepayment due) {
    ask(due)
        .ifPresent(
            answer -> {
              if (answer.kind() == RepaymentAnswer.Kind.DONE) {
                payments.noteStrayReturned(due.id());
              } else if (answer.kind() == RepaymentAnswer.Kind.REFUSED) {
                refusedStray(due, answer);
              }
            });
  }

  /** It goes on being asked for, since nothing else knows of it; but a person has to hear of it. */
  private void refusedStray(DueRepayment due, RepaymentAnswer answer) {
    boolean isForAPerson = isLastIfRefused(due);
    payments.noteStrayRefused(due.id(), isForAPerson);
    complain(due, answer, isForAPerson);
  }

  private static boolean isLastIfRefused(DueRepayment due) {
    return due.refusals() + 1 >= MOST_REFUSALS;
  }

  private static OrderNumber order(DueRepayment due) {
    return due.repayment().payment().order();
  }

  private Optional<RepaymentAnswer> ask(DueRepayment due) {
    PaymentRecord payment = due.repayment().payment();
    try {
      return Optional.of(gateways.of(payment.provider()).refund(due.repayment()));
    } catch (NoAnswerException silent) {
      LOG.log(
          Level.WARNING,
          "{0}: {1} did not answer, {2} are given back later: {3}",
          payment.order(),
          payment.provider(),
          due.repayment().amount(),
          silent.getMessage());
      return Optional.empty();
    }
  }

  private static void complain(DueRepayment due, RepaymentAnswer answer, boolean isOver) {
    PaymentRecord payment = due.repayment().payment();
    LOG.log(
        isOver ? Level.ERROR : Level.WARNING,
        "{0}: {1} refuses to give back {2}: {3}. {4}",
        payment.order(),
        payment.provider(),
        due.repayment().amount(),
        answer.why(),
        isOver ? "A person has to." : "It is asked again later.");
  }
}
