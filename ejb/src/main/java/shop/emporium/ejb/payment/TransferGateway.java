package shop.emporium.ejb.payment;

import jakarta.enterprise.context.ApplicationScoped;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.ProviderReport.Kind;

/**
 * Transfers to the shop's own account: nobody is asked, people look at what came in ({@link
 * TransferService}).
 */
@ApplicationScoped
class TransferGateway implements PaymentGateway {

  static final String NAME = "transfer";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public GatewayAnswer charge(Charge charge) {
    return look(charge.payment());
  }

  @Override
  public GatewayAnswer look(PaymentRecord payment) {
    return GatewayAnswer.pending(payment.providerId(), null);
  }

  @Override
  public GatewayAnswer capture(PaymentRecord payment) {
    return look(payment);
  }

  /** The shop takes nothing, so nothing has to be called off; what comes in later goes back. */
  @Override
  public GatewayAnswer callOff(PaymentRecord payment) {
    return GatewayAnswer.of(ProviderReport.of(Kind.VOIDED), payment.providerId());
  }

  /** Somebody has to do it, and to say so. */
  @Override
  public RepaymentAnswer refund(Repayment repayment) {
    return RepaymentAnswer.pending(null);
  }
}
