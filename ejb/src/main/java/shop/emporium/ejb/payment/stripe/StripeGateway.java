package shop.emporium.ejb.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.ProviderReport.Kind;
import shop.emporium.ejb.payment.Charge;
import shop.emporium.ejb.payment.GatewayAnswer;
import shop.emporium.ejb.payment.NoAnswerException;
import shop.emporium.ejb.payment.PaymentGateway;
import shop.emporium.ejb.payment.PaymentRecord;
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.ejb.payment.Repayment;
import shop.emporium.ejb.payment.RepaymentAnswer;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * The shop's way to Stripe.
 *
 * <p>Stripe keeps idempotency keys for a day at least. Payments are settled long before that; a
 * refund may be tried for longer, so it is looked for first.
 */
@ApplicationScoped
class StripeGateway implements PaymentGateway {

  static final String NAME = "stripe";

  private static final System.Logger LOG = System.getLogger(StripeGateway.class.getName());

  private static final int CONNECT_MILLIS = 3_000;
  private static final int ANSWER_MILLIS = 7_000;
  private static final String SESSION = "cs_";
  private static final long MOST_REFUNDS = 100;

  @Inject private PaymentSettings settings;
  @Inject private StoreSettings store;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public GatewayAnswer charge(Charge charge) throws NoAnswerException {
    URI back = URI.create(store.home()).resolve(charge.back());
    PaymentRecord payment = charge.payment();
    StripeClient stripe = stripe();
    try {
      return charge.token().isPresent()
          ? StripeAnswers.of(
              stripe
                  .v1()
                  .paymentIntents()
                  .create(
                      StripeOrders.intent(payment, charge.token().orElseThrow(), back),
                      once(payment.reference())))
          : StripeAnswers.of(
              stripe
                  .v1()
                  .checkout()
                  .sessions()
                  .create(StripeOrders.session(payment, back), once(payment.reference())));
    } catch (CardException declined) {
      return GatewayAnswer.declined(
          intentOf(declined), StripeAnswers.reason(declined.getDeclineCode(), declined.getCode()));
    } catch (IdempotencyException other) {
      // It was asked for before, in another way: the first call counts.
      return look(payment);
    } catch (InvalidRequestException refused) {
      LOG.log(
          Level.WARNING,
          "{0}: Stripe refuses the charge: {1} {2}",
          payment.order(),
          refused.getCode(),
          refused.getParam());
      return GatewayAnswer.declined(null, GatewayAnswer.DECLINED);
    } catch (StripeException failed) {
      throw noAnswer(failed);
    }
  }

  private static String intentOf(CardException declined) {
    return declined.getStripeError() == null || declined.getStripeError().getPaymentIntent() == null
        ? null
        : declined.getStripeError().getPaymentIntent().getId();
  }

  @Override
  public GatewayAnswer look(PaymentRecord payment) throws NoAnswerException {
    StripeClient stripe = stripe();
    return answered(
        () -> {
          if (isSession(payment.providerId())) {
            return StripeAnswers.of(
                stripe.v1().checkout().sessions().retrieve(payment.providerId()));
          }
          return intent(stripe, payment)
              .map(StripeAnswers::of)
              .orElse(GatewayAnswer.of(ProviderReport.of(Kind.UNKNOWN), null));
        });
  }

  @Override
  public GatewayAnswer capture(PaymentRecord payment) throws NoAnswerException {
    StripeClient stripe = stripe();
    Optional<PaymentIntent> intent = answered(() -> intent(stripe, payment));
    if (intent.isEmpty()) {
      return look(payment);
    }
    try {
      return StripeAnswers.of(stripe.v1().paymentIntents().capture(intent.orElseThrow().getId()));
    } catch (InvalidRequestException moved) {
      return look(payment);
    } catch (StripeException failed) {
      throw noAnswer(failed);
    }
  }

  @Override
  public GatewayAnswer callOff(PaymentRecord payment) throws NoAnswerException {
    StripeClient stripe = stripe();
    try {
      Optional<String> session = sessionOf(stripe, payment);
      if (session.isPresent()) {
        return StripeAnswers.of(stripe.v1().checkout().sessions().expire(session.orElseThrow()));
      }
      Optional<PaymentIntent> intent = intent(stripe, payment);
      return intent.isEmpty()
          ? GatewayAnswer.of(ProviderReport.of(Kind.UNKNOWN), null)
          : StripeAnswers.of(stripe.v1().paymentIntents().cancel(intent.orElseThrow().getId()));
    } catch (InvalidRequestException tooLate) {
      // It is paid, or over: as it stands then.
      return look(payment);
    } catch (StripeException failed) {
      throw noAnswer(failed);
    }
  }

  /** The session of Stripe's page, if the buyer pays there. */
  private static Optional<String> sessionOf(StripeClient stripe, PaymentRecord payment)
      throws StripeException {
    if (isSession(payment.providerId())) {
      return Optional.of(payment.providerId());
    }
    Optional<PaymentIntent> intent = intent(stripe, payment).filter(StripeAnswers::isOfPage);
    if (intent.isEmpty()) {
      return Optional.empty();
    }
    SessionListParams params =
        SessionListParams.builder().setPaymentIntent(intent.orElseThrow().getId()).build();
    List<Session> sessions = stripe.v1().checkout().sessions().list(params).getData();
    return sessions.stream().findFirst().map(Session::getId);
  }

  @Override
  public RepaymentAnswer refund(Repayment repayment) throws NoAnswerException {
    StripeClient stripe = stripe();
    try {
      Optional<String> intent = paidIntent(stripe, repayment.payment());
      if (intent.isEmpty()) {
        return RepaymentAnswer.refused("Stripe does not know the payment");
      }
      Optional<Refund> known = known(stripe, intent.orElseThrow(), repayment.reference());
      return answer(
          known.isPresent()
              ? known.orElseThrow()
              : stripe
                  .v1()
                  .refunds()
                  .create(
                      StripeOrders.refund(repayment, intent.orElseThrow()),
                      once(repayment.reference())));
    } catch (InvalidRequestException refused) {
      return RepaymentAnswer.refused(String.valueOf(refused.getCode()));
    } catch (StripeException failed) {
      throw noAnswer(failed);
    }
  }

  private static Optional<Refund> known(StripeClient stripe, String intent, UUID reference)
      throws StripeException {
    RefundListParams params =
        RefundListParams.builder().setPaymentIntent(intent).setLimit(MOST_REFUNDS).build();
    return stripe.v1().refunds().list(params).getData().stream()
        .filter(
            refund ->
                refund.getMetadata() != null
                    && reference
                        .toString()
                        .equals(refund.getMetadata().get(StripeAnswers.REFERENCE)))
        .findFirst();
  }

  private static RepaymentAnswer answer(Refund refund) {
    return switch (String.valueOf(refund.getStatus())) {
      case "succeeded" -> RepaymentAnswer.done(refund.getId());
      case "failed", "canceled" ->
          RepaymentAnswer.refused(String.valueOf(refund.getFailureReason()));
      default -> RepaymentAnswer.pending(refund.getId());
    };
  }

  private static Optional<String> paidIntent(StripeClient stripe, PaymentRecord payment)
      throws StripeException {
    if (isSession(payment.providerId())) {
      return Optional.ofNullable(
          stripe.v1().checkout().sessions().retrieve(payment.providerId()).getPaymentIntent());
    }
    return intent(stripe, payment).map(PaymentIntent::getId);
  }

  /** The intent of a payment; found by its reference where no answer ever told its number. */
  private static Optional<PaymentIntent> intent(StripeClient stripe, PaymentRecord payment)
      throws StripeException {
    if (isSession(payment.providerId())) {
      String intent =
          stripe.v1().checkout().sessions().retrieve(payment.providerId()).getPaymentIntent();
      return intent == null
          ? Optional.empty()
          : Optional.of(stripe.v1().paymentIntents().retrieve(intent));
    }
    if (payment.providerId() != null) {
      return Optional.of(stripe.v1().paymentIntents().retrieve(payment.providerId()));
    }
    PaymentIntentSearchParams params =
        PaymentIntentSearchParams.builder()
            .setQuery("metadata['" + StripeAnswers.REFERENCE + "']:'" + payment.reference() + "'")
            .setLimit(1L)
            .build();
    return stripe.v1().paymentIntents().search(params).getData().stream().findFirst();
  }

  private static boolean isSession(String id) {
    return id != null && id.startsWith(SESSION);
  }

  private static <T> T answered(StripeCall<T> call) throws NoAnswerException {
    try {
      return call.run();
    } catch (StripeException failed) {
      throw noAnswer(failed);
    }
  }

  /** Stripe's message may quote what was sent; its class and code are enough. */
  private static NoAnswerException noAnswer(StripeException failed) {
    return new NoAnswerException(
        failed.getClass().getSimpleName() + " " + failed.getCode(), failed);
  }

  private static RequestOptions once(UUID reference) {
    return RequestOptions.builder().setIdempotencyKey(reference.toString()).build();
  }

  private StripeClient stripe() throws NoAnswerException {
    String key =
        settings
            .stripeKey()
            .orElseThrow(() -> new NoAnswerException("STORE_STRIPE_KEY is not set"));
    return StripeClient.builder()
        .setApiKey(key)
        .setApiBase(settings.stripeUrl())
        .setConnectTimeout(CONNECT_MILLIS)
        .setReadTimeout(ANSWER_MILLIS)
        // Who asks again is decided here: the buyer, or the reconciler.
        .setMaxNetworkRetries(0)
        .build();
  }
}
