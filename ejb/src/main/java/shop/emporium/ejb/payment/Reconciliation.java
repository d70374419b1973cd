package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.shared.Retries;

/**
 * Finds out what became of payments of which nobody told, gives back what is to be given back, and
 * ends orders that nobody paid. No transaction is open while a provider is asked.
 *
 * <p>Any number may run at once, on any node: what one takes the others pass over, and what two do
 * all the same is done once. What fails with one order keeps no other waiting.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconciliation {

  private static final System.Logger LOG = System.getLogger(Reconciliation.class.getName());

  /** The most of each kind in one run, so that a node which is to stop need not wait for long. */
  static final int BATCH = 20;

  @Inject private PaymentReader reader;
  @Inject private PaymentGateways gateways;
  @Inject private PaymentSettling settling;
  @Inject private Repayments repayments;
  @Inject private PaymentService payments;
  @Inject private Retries retries;

  /**
   * Does what is due.
   *
   * @return whether there may be more
   */
  public boolean run() {
    // Before the looks: goods of a transfer that did not come need not be held for another try.
    boolean isMore = cancelUnpaid();
    isMore |= upTo(BATCH, this::lookUpNext);
    isMore |= upTo(BATCH, repayments::giveBackNext);
    isMore |= upTo(BATCH, repayments::giveBackNextStray);
    return isMore;
  }

  private static boolean upTo(int most, BooleanSupplier work) {
    for (int done = 0; done < most; done++) {
      if (!work.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }

  private boolean lookUpNext() {
    Optional<PaymentRecord> due = reader.takeDue();
    due.ifPresent(payment -> EachAlone.run(payment.order(), () -> lookUp(payment)));
    return due.isPresent();
  }

  private void lookUp(PaymentRecord payment) {
    boolean isGivenUp = payment.isGivenUp(Instant.now());
    PaymentGateway gateway = gateways.of(payment.provider());
    try {
      GatewayAnswer answer =
          payment.isUnwanted() && payment.status().isOpen()
              ? gateway.callOff(payment)
              : gateway.look(payment);
      settling.settle(payment, answer, isGivenUp, Actor.provider(payment.provider()));
      // What is answered but not done, such as money that is promised and not taken, is no answer.
      if (isGivenUp) {
        payments.noteAnswered(payment.id());
      }
    } catch (NoAnswerException silent) {
      boolean isForAPerson = isGivenUp && payments.noteSilence(payment.id());
      LOG.log(
          isForAPerson ? Level.ERROR : Level.WARNING,
          "{0}: {1} did not answer: {2}. {3}",
          payment.order(),
          payment.provider(),
          silent.getMessage(),
          isForAPerson ? "A person has to look." : "It is looked up later.");
    }
  }

  private boolean cancelUnpaid() {
    long done =
        reader.unpaid(BATCH).stream()
            .filter(
                order ->
                    EachAlone.run(order, () -> retries.run(() -> payments.cancelUnpaid(order))))
            .count();
    // What failed is found again at once: it is not to be tried without a pause.
    return done == BATCH;
  }
}
