package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import shop.emporium.domain.payment.Settlement.Step;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.shared.Retries;

/**
 * Notes what a provider says and does there what follows from it, until nothing more follows.
 *
 * <p>If a node dies in between, the payment is still due to be looked up, and another one goes on.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentSettling {

  private static final System.Logger LOG = System.getLogger(PaymentSettling.class.getName());

  /** Promised, taken, given back: nothing takes more; the rest is left to the next look. */
  private static final int MOST_STEPS = 4;

  @Inject private Retries retries;
  @Inject private PaymentService payments;
  @Inject private PaymentGateways gateways;

  /**
   * Notes an answer and goes on from there.
   *
   * @param isGivenUp whether the provider has had all the time in the world
   * @return the last step, after which nothing is the provider's to do now
   */
  public Step settle(PaymentRecord payment, GatewayAnswer answer, boolean isGivenUp, Actor by)
      throws NoAnswerException {
    Step step = note(payment, answer, isGivenUp, by);
    return goOn(payment, step, isGivenUp, by);
  }

  /** Goes on from a step that was noted before. */
  public Step goOn(PaymentRecord payment, Step first, boolean isGivenUp, Actor by)
      throws NoAnswerException {
    PaymentGateway gateway = gateways.of(payment.provider());
    Step step = first;
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      switch (step) {
        case CAPTURE -> step = note(payment, gateway.capture(payment), isGivenUp, by);
        case CALL_OFF -> step = note(payment, gateway.callOff(payment), isGivenUp, by);
        default -> {
          return step;
        }
      }
    }
    return step;
  }

  private Step note(PaymentRecord payment, GatewayAnswer answer, boolean isGivenUp, Actor by) {
    Step step = retries.run(() -> payments.note(payment, answer, isGivenUp, by));
    if (step == Step.ASK_A_PERSON) {
      LOG.log(
          Level.ERROR,
          "{0}: {1} tells of {2}, asked for was {3}. A person has to look.",
          payment.order(),
          payment.provider(),
          answer.report().amount(),
          payment.amount());
    }
    return step;
  }
}
