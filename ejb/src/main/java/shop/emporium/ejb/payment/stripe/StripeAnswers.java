package shop.emporium.ejb.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.model.checkout.Session;
import java.net.URI;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.ProviderReport.Kind;
import shop.emporium.ejb.payment.GatewayAnswer;

/** What Stripe's objects say, in the shop's words. */
final class StripeAnswers {

  /** In the metadata of what is made for a payment: the payment's reference. */
  static final String REFERENCE = "reference";

  /** In the metadata: whether the buyer types his card on Stripe's page, as often as he likes. */
  static final String FLOW = "flow";

  static final String PAGE = "page";

  private static final String INSUFFICIENT = "insufficient";

  private StripeAnswers() {}

  /** How a PaymentIntent stands. */
  static GatewayAnswer of(PaymentIntent intent) {
    // On its page a payment is known by the session, whose intent changes hands in between.
    String id = isOfPage(intent) ? null : intent.getId();
    return switch (intent.getStatus()) {
      case "succeeded" ->
          GatewayAnswer.of(
              ProviderReport.captured(money(intent.getAmountReceived(), intent.getCurrency())), id);
      case "requires_capture" ->
          GatewayAnswer.of(
              ProviderReport.authorised(money(intent.getAmountCapturable(), intent.getCurrency())),
              id);
      case "canceled" -> GatewayAnswer.of(ProviderReport.of(Kind.VOIDED), id);
      case "requires_payment_method" ->
          // On Stripe's page a buyer may try another card; one whose card we were given may not.
          isOfPage(intent) || intent.getLastPaymentError() == null
              ? GatewayAnswer.pending(id, null)
              : GatewayAnswer.declined(id, reason(intent.getLastPaymentError()));
      default -> GatewayAnswer.pending(id, page(intent));
    };
  }

  /** How a session of Stripe's page stands. */
  static GatewayAnswer of(Session session) {
    if ("paid".equals(session.getPaymentStatus())) {
      return GatewayAnswer.of(
          ProviderReport.captured(money(session.getAmountTotal(), session.getCurrency())),
          session.getId());
    }
    if ("expired".equals(session.getStatus())) {
      return GatewayAnswer.of(ProviderReport.of(Kind.VOIDED), session.getId());
    }
    boolean isOpen = "open".equals(session.getStatus()) && session.getUrl() != null;
    return GatewayAnswer.pending(session.getId(), isOpen ? URI.create(session.getUrl()) : null);
  }

  static boolean isOfPage(PaymentIntent intent) {
    return intent.getMetadata() != null && PAGE.equals(intent.getMetadata().get(FLOW));
  }

  private static URI page(PaymentIntent intent) {
    return intent.getNextAction() == null || intent.getNextAction().getRedirectToUrl() == null
        ? null
        : URI.create(intent.getNextAction().getRedirectToUrl().getUrl());
  }

  /** Why a card was declined: of all Stripe's reasons, the one that its owner can mend. */
  static String reason(StripeError error) {
    return reason(error.getDeclineCode(), error.getCode());
  }

  static String reason(String declineCode, String code) {
    return "insufficient_funds".equals(declineCode) || "insufficient_funds".equals(code)
        ? INSUFFICIENT
        : GatewayAnswer.DECLINED;
  }

  private static Money money(Long minor, String currency) {
    return Money.ofMinor(CurrencyUnit.of(currency.toUpperCase(Locale.ROOT)), minor);
  }
}
