package shop.emporium.ejb.payment.stripe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import shop.emporium.ejb.payment.Charge;
import shop.emporium.ejb.payment.GatewayAnswer;
import shop.emporium.ejb.payment.NoAnswerException;
import shop.emporium.ejb.payment.PaymentGateway;
import shop.emporium.ejb.payment.PaymentRecord;
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.ejb.payment.Repayment;
import shop.emporium.ejb.payment.RepaymentAnswer;
import shop.emporium.ejb.shared.StoreSettings;

/** The shop's way to its account at Stripe. */
@ApplicationScoped
class StripeGateway implements PaymentGateway {

  static final String NAME = "stripe";

  @Inject private PaymentSettings settings;
  @Inject private StoreSettings store;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public GatewayAnswer charge(Charge charge) throws NoAnswerException {
    return account().charge(charge, URI.create(store.home()).resolve(charge.back()));
  }

  @Override
  public GatewayAnswer look(PaymentRecord payment) throws NoAnswerException {
    return account().look(payment);
  }

  @Override
  public GatewayAnswer capture(PaymentRecord payment) throws NoAnswerException {
    return account().capture(payment);
  }

  @Override
  public GatewayAnswer callOff(PaymentRecord payment) throws NoAnswerException {
    return account().callOff(payment);
  }

  @Override
  public RepaymentAnswer refund(Repayment repayment) throws NoAnswerException {
    return account().refund(repayment);
  }

  /** As it is set now: keys may change while the shop runs. */
  private StripeAccount account() throws NoAnswerException {
    String key =
        settings
            .stripeKey()
            .orElseThrow(() -> new NoAnswerException("STORE_STRIPE_KEY is not set"));
    return StripeAccount.of(key, settings.stripeUrl());
  }
}
