package shop.emporium.ejb.payment.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.MetadataStore;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import shop.emporium.ejb.payment.ForgedNoticeException;
import shop.emporium.ejb.payment.GatewayAnswer;
import shop.emporium.ejb.payment.NoticeReader;
import shop.emporium.ejb.payment.PaymentNotice;
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.ejb.shared.JsonCodec;

/**
 * Reads Stripe's events. Those of payments carry the payment as it then stood, which is all that
 * counts; what the event is called does not.
 */
@ApplicationScoped
class StripeNotices implements NoticeReader {

  private static final long TOLERANCE_SECONDS = 300;

  @Inject private PaymentSettings settings;

  @Override
  public String provider() {
    return StripeGateway.NAME;
  }

  @Override
  public boolean isReady() {
    return settings.stripeKey().isPresent() && settings.stripeWebhookSecret().isPresent();
  }

  @Override
  public Optional<PaymentNotice> read(byte[] body, String signature) throws ForgedNoticeException {
    return read(body, signature, settings.stripeWebhookSecret().orElseThrow());
  }

  static Optional<PaymentNotice> read(byte[] body, String signature, String secret)
      throws ForgedNoticeException {
    String payload = new String(body, StandardCharsets.UTF_8);
    try {
      Webhook.Signature.verifyHeader(payload, signature, secret, TOLERANCE_SECONDS);
    } catch (SignatureVerificationException | RuntimeException forged) {
      throw new ForgedNoticeException("The signature is not Stripe's, or is too old");
    }
    try {
      return notice(JsonCodec.object(payload));
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | IllegalArgumentException unreadable) {
      throw new ForgedNoticeException("The event cannot be read");
    }
  }

  private static Optional<PaymentNotice> notice(JsonObject event) {
    JsonObject about = event.getJsonObject("data").getJsonObject("object");
    return switch (about.getString("object", "")) {
      case "payment_intent" -> {
        PaymentIntent intent = object(about, PaymentIntent.class);
        yield notice(event, intent, StripeAnswers.of(intent));
      }
      case "checkout.session" -> {
        Session session = object(about, Session.class);
        yield notice(event, session, StripeAnswers.of(session));
      }
      default -> Optional.empty();
    };
  }

  private static <T extends StripeObject> T object(JsonObject json, Class<T> type) {
    return StripeObject.deserializeStripeObject(json.toString(), type, null);
  }

  /** What has no reference was not made by this shop. */
  private static Optional<PaymentNotice> notice(
      JsonObject event, MetadataStore<?> about, GatewayAnswer answer) {
    String reference =
        about.getMetadata() == null ? null : about.getMetadata().get(StripeAnswers.REFERENCE);
    return reference == null
        ? Optional.empty()
        : Optional.of(
            new PaymentNotice(
                event.getString("id"),
                event.getString("type"),
                UUID.fromString(reference),
                answer));
  }
}
