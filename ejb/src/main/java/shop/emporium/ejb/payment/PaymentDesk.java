package shop.emporium.ejb.payment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.payment.PaymentStatus;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.Settlement.Step;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.order.UnknownOrderException;

/** Asks providers for money. No transaction is open meanwhile. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentDesk {

  private static final System.Logger LOG = System.getLogger(PaymentDesk.class.getName());

  @Inject private PaymentReader reader;
  @Inject private PaymentGateways gateways;
  @Inject private PaymentSettling settling;

  /**
   * Goes on with the payment of an order: asks its provider, notes what it says, and tells how it
   * stands. May be asked as often as one likes: the provider does nothing twice, and an order whose
   * time is over ends here as it does when the reconciler looks.
   *
   * @param token what the provider gave the buyer for his card; empty where he pays on the
   *     provider's own page
   * @param back where the provider sends the buyer afterwards
   * @throws UnknownOrderException when there is no such order
   */
  public PaymentProgress proceed(
      @NotNull OrderNumber order,
      @NotNull Optional<@Size(max = 255) String> token,
      @NotNull URI back) {
    PaymentStanding standing = standing(order);
    return standing.isOpen()
        ? proceed(standing.payment().orElseThrow(), token, back)
        : standing.progress();
  }

  /**
   * Goes on with a payment as it was read, or written, a moment ago, see {@link
   * #proceed(OrderNumber, Optional, URI)}. That somebody else has been faster is found when the
   * answer is noted, under the lock of the order.
   */
  public PaymentProgress proceed(
      @NotNull PaymentRecord payment,
      @NotNull Optional<@Size(max = 255) String> token,
      @NotNull URI back) {
    try {
      PaymentGateway gateway = gateways.of(payment.provider());
      GatewayAnswer answer = ask(gateway, payment, token, back);
      Step step =
          settling.settle(
              payment,
              answer,
              payment.isGivenUp(Instant.now()),
              Actor.provider(payment.provider()));
      return progress(payment.order(), answer, step);
    } catch (NoAnswerException silent) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0}: {1} did not answer, it is looked up later: {2}",
          payment.order(),
          payment.provider(),
          silent.getMessage());
      return new PaymentProgress.Pending();
    }
  }

  /** How the payment of an order stands, without asking anybody but the database. */
  public PaymentProgress look(@NotNull OrderNumber order) {
    return standing(order).progress();
  }

  private PaymentStanding standing(OrderNumber order) {
    return reader.standing(order).orElseThrow(() -> new UnknownOrderException(order));
  }

  /** What the provider has heard of already is not to be asked for again, only looked up. */
  private static GatewayAnswer ask(
      PaymentGateway gateway, PaymentRecord payment, Optional<String> token, URI back)
      throws NoAnswerException {
    if (payment.status() == PaymentStatus.AUTHORISED) {
      return gateway.capture(payment);
    }
    return payment.providerId() == null
        ? gateway.charge(new Charge(payment, token, back))
        : gateway.look(payment);
  }

  private PaymentProgress progress(OrderNumber order, GatewayAnswer answer, Step step) {
    boolean isPending = answer.report().kind() == ProviderReport.Kind.PENDING;
    if (step == Step.LOOK_AGAIN && isPending && answer.page() != null) {
      return new PaymentProgress.ActionNeeded(answer.page());
    }
    return switch (step) {
      case SETTLE -> new PaymentProgress.Paid();
      case LOOK_AGAIN -> new PaymentProgress.Pending();
      // Somebody else may have been faster, or the order is cancelled: as it stands now.
      default -> look(order);
    };
  }
}
