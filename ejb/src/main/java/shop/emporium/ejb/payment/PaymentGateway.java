package shop.emporium.ejb.payment;

/**
 * A provider of payments, as the shop asks it. Each call carries the reference of the payment, or
 * of the refund, and the provider does what has one reference once: any call may be repeated, by
 * any node.
 *
 * <p>Each call has a time-out of some seconds. When it fails, nobody knows whether the provider has
 * done it: that is what {@link NoAnswerException} says, and the provider is asked again later. No
 * transaction is open while one of these is called.
 */
public interface PaymentGateway {

  /** What payments of it are marked with, such as {@code demo}. */
  String name();

  /**
   * Asks for the money.
   *
   * @return how it stands now; with a page where the buyer has something to do there
   */
  GatewayAnswer charge(Charge charge) throws NoAnswerException;

  /** Asks what became of a payment. */
  GatewayAnswer look(PaymentRecord payment) throws NoAnswerException;

  /** Takes money that is promised. */
  GatewayAnswer capture(PaymentRecord payment) throws NoAnswerException;

  /**
   * Says that nobody wants the money.
   *
   * @return how it stands then: the money may have been taken just before
   */
  GatewayAnswer callOff(PaymentRecord payment) throws NoAnswerException;

  /** Gives money back, a part or all of it. */
  RepaymentAnswer refund(Repayment repayment) throws NoAnswerException;
}
