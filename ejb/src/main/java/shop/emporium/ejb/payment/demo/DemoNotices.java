package shop.emporium.ejb.payment.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.ProviderReport.Kind;
import shop.emporium.ejb.payment.ForgedNoticeException;
import shop.emporium.ejb.payment.GatewayAnswer;
import shop.emporium.ejb.payment.NoticeReader;
import shop.emporium.ejb.payment.PaymentNotice;
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.ejb.shared.JsonCodec;

/** Reads in the shop what the demo provider tells. */
@ApplicationScoped
class DemoNotices implements NoticeReader {

  @Inject private PaymentSettings settings;

  @Override
  public String provider() {
    return DemoGateway.NAME;
  }

  @Override
  public boolean isReady() {
    return settings.isDemoOn() && settings.demoSecret().isPresent();
  }

  @Override
  public Optional<PaymentNotice> read(byte[] body, String signature) throws ForgedNoticeException {
    String secret = settings.demoSecret().orElseThrow();
    if (!DemoSignature.isGood(signature, body, secret, Instant.now())) {
      throw new ForgedNoticeException("The signature is not the demo provider's, or is too old");
    }
    try {
      return Optional.of(notice(JsonCodec.object(new String(body, StandardCharsets.UTF_8))));
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | IllegalArgumentException unreadable) {
      throw new ForgedNoticeException("The notice cannot be read");
    }
  }

  private static PaymentNotice notice(JsonObject json) {
    JsonObject payment = json.getJsonObject("payment");
    String id = payment.getString("id");
    GatewayAnswer answer =
        switch (DemoStatus.valueOf(payment.getString("status"))) {
          case OPEN, CHALLENGE, PENDING -> GatewayAnswer.pending(id, null);
          case APPROVED -> GatewayAnswer.of(ProviderReport.captured(amount(payment)), id);
          case DECLINED -> GatewayAnswer.declined(id, payment.getString("reason"));
          case VOIDED -> GatewayAnswer.of(ProviderReport.of(Kind.VOIDED), id);
        };
    return new PaymentNotice(
        json.getString("id"),
        json.getString("type"),
        UUID.fromString(payment.getString("reference")),
        answer);
  }

  private static Money amount(JsonObject payment) {
    return Money.ofMinor(
        CurrencyUnit.of(payment.getString("currency")),
        payment.getJsonNumber("amountMinor").longValueExact());
  }
}
