package shop.emporium.ejb.payment.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.ProviderReport.Kind;
import shop.emporium.ejb.payment.ForgedNoticeException;
import shop.emporium.ejb.payment.PaymentNotice;
import shop.emporium.ejb.payment.stripe.StripeStub.Thing;

class StripeNoticesTest {

  private static final String SECRET = "whsec_test";
  private static final UUID REFERENCE = UUID.randomUUID();

  @Test
  void readsHowAPaymentStands() throws Exception {
    PaymentNotice paid = read(event("payment_intent.succeeded", intent("succeeded", "token")));
    assertEquals("evt_1", paid.id());
    assertEquals(REFERENCE, paid.reference());
    assertEquals(ProviderReport.captured(Money.parse("EUR 16.90")), paid.answer().report());
    assertEquals("pi_1", paid.answer().providerId());
    assertEquals(
        Kind.DECLINED,
        read(event("payment_intent.payment_failed", intent("requires_payment_method", "token")))
            .answer()
            .report()
            .kind());
  }

  @Test
  void oneCardThatIsDeclinedOnItsPageIsNotTheEnd() throws Exception {
    PaymentNotice notice =
        read(event("payment_intent.payment_failed", intent("requires_payment_method", "page")));
    assertEquals(Kind.PENDING, notice.answer().report().kind());
  }

  @Test
  void readsWhatBecameOfItsPage() throws Exception {
    Thing session =
        new Thing(
            "cs_1",
            Map.of(
                "metadata[reference]",
                REFERENCE.toString(),
                "line_items[0][price_data][unit_amount]",
                "1690",
                "line_items[0][price_data][currency]",
                "eur"),
            "complete");
    assertEquals(
        ProviderReport.captured(Money.parse("EUR 16.90")),
        read(event("checkout.session.completed", StripeStub.json(session))).answer().report());
    session.status = "expired";
    assertEquals(
        Kind.VOIDED,
        read(event("checkout.session.expired", StripeStub.json(session))).answer().report().kind());
  }

  @Test
  void leavesOutWhatIsNoPaymentOfOurs() throws Exception {
    assertTrue(take(event("customer.created", "{\"object\":\"customer\"}")).isEmpty());
    String strangers = intent("succeeded", "token").replace("\"reference\"", "\"other\"");
    assertTrue(take(event("payment_intent.succeeded", strangers)).isEmpty());
  }

  @Test
  void takesNothingThatStripeHasNotSignedNow() throws Exception {
    byte[] body = bytes(event("payment_intent.succeeded", intent("succeeded", "token")));
    String good = signature(body, SECRET);
    for (String wrong :
        new String[] {
          null, "", "t=1,v1=00", signature(body, "whsec_other"), good.replace("t=", "t=1")
        }) {
      assertThrows(
          ForgedNoticeException.class, () -> StripeNotices.read(body, wrong, SECRET), wrong);
    }
    String old =
        Webhook.Signature.generateSignatureHeader(
            new String(body, StandardCharsets.UTF_8),
            SECRET,
            System.currentTimeMillis() / 1000 - 400);
    assertThrows(ForgedNoticeException.class, () -> StripeNotices.read(body, old, SECRET));
    byte[] other = bytes(event("payment_intent.succeeded", intent("canceled", "token")));
    assertThrows(ForgedNoticeException.class, () -> StripeNotices.read(other, good, SECRET));
    byte[] none = bytes("{");
    assertThrows(
        ForgedNoticeException.class,
        () -> StripeNotices.read(none, signature(none, SECRET), SECRET));
  }

  private static PaymentNotice read(String event) throws Exception {
    return take(event).orElseThrow();
  }

  private static Optional<PaymentNotice> take(String event) throws Exception {
    return StripeNotices.read(bytes(event), signature(bytes(event), SECRET), SECRET);
  }

  private static String signature(byte[] body, String secret) throws Exception {
    return Webhook.Signature.generateSignatureHeader(
        new String(body, StandardCharsets.UTF_8), secret);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String event(String type, String about) {
    return "{\"object\":\"event\",\"id\":\"evt_1\",\"type\":\"%s\",\"data\":{\"object\":%s}}"
        .formatted(type, about);
  }

  private static String intent(String status, String flow) {
    return StripeStub.json(
        new Thing(
            "pi_1",
            Map.of(
                "amount",
                "1690",
                "currency",
                "eur",
                "metadata[reference]",
                REFERENCE.toString(),
                "metadata[flow]",
                flow),
            status));
  }
}
