package shop.emporium.ejb.payment.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.ProviderReport.Kind;
import shop.emporium.ejb.payment.Charge;
import shop.emporium.ejb.payment.GatewayAnswer;
import shop.emporium.ejb.payment.NoAnswerException;
import shop.emporium.ejb.payment.PaymentGateway;
import shop.emporium.ejb.payment.PaymentRecord;
import shop.emporium.ejb.payment.Repayment;
import shop.emporium.ejb.payment.RepaymentAnswer;
import shop.emporium.ejb.shared.StoreSettings;

/** The shop's way to the demo provider. */
@ApplicationScoped
class DemoGateway implements PaymentGateway {

  static final String NAME = "demo";

  @Inject private DemoProvider provider;
  @Inject private StoreSettings settings;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public GatewayAnswer charge(Charge charge) throws NoAnswerException {
    PaymentRecord payment = charge.payment();
    URI back = URI.create(settings.home()).resolve(charge.back());
    DemoPayment taken =
        provider.charge(
            payment.reference(), payment.order().text(), payment.amount(), charge.token(), back);
    if (taken.isSilent()) {
      throw new NoAnswerException("No answer in time");
    }
    return answer(taken, back);
  }

  @Override
  public GatewayAnswer look(PaymentRecord payment) {
    return provider
        .look(payment.reference())
        .map(this::answer)
        .orElse(GatewayAnswer.of(ProviderReport.of(Kind.UNKNOWN), null));
  }

  /** It takes money at once, so nothing is ever only promised. */
  @Override
  public GatewayAnswer capture(PaymentRecord payment) {
    return look(payment);
  }

  @Override
  public GatewayAnswer callOff(PaymentRecord payment) {
    return answer(provider.callOff(payment.reference(), payment.order().text(), payment.amount()));
  }

  @Override
  public RepaymentAnswer refund(Repayment repayment) {
    return provider.refund(
            repayment.payment().reference(), repayment.reference(), repayment.amount())
        ? RepaymentAnswer.done("dr_" + repayment.reference())
        : RepaymentAnswer.refused("There is not so much to give back");
  }

  private GatewayAnswer answer(DemoPayment payment) {
    Optional<URI> back = payment.isWithBuyer() ? provider.back(payment.id()) : Optional.empty();
    return answer(payment, back.orElse(URI.create(settings.home())));
  }

  private static GatewayAnswer answer(DemoPayment payment, URI back) {
    return switch (payment.status()) {
      case OPEN, CHALLENGE -> GatewayAnswer.pending(payment.id(), page(payment, back));
      case PENDING -> GatewayAnswer.pending(payment.id(), null);
      case APPROVED -> GatewayAnswer.of(ProviderReport.captured(payment.amount()), payment.id());
      case DECLINED -> GatewayAnswer.declined(payment.id(), payment.reason());
      case VOIDED -> GatewayAnswer.of(ProviderReport.of(Kind.VOIDED), payment.id());
    };
  }

  /** At the host on which the buyer is, and in his language. */
  private static URI page(DemoPayment payment, URI back) {
    String path = back.getRawPath() == null ? "" : back.getRawPath();
    String language = path.matches("/[a-z]{2}/.*") ? path.substring(0, 3) : "";
    return back.resolve(language + "/demo-pay/" + payment.id());
  }
}
