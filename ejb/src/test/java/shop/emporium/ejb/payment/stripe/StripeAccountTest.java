package shop.emporium.ejb.payment.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.payment.PaymentStatus;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.ProviderReport.Kind;
import shop.emporium.ejb.payment.Charge;
import shop.emporium.ejb.payment.GatewayAnswer;
import shop.emporium.ejb.payment.NoAnswerException;
import shop.emporium.ejb.payment.PaymentRecord;
import shop.emporium.ejb.payment.Repayment;
import shop.emporium.ejb.payment.RepaymentAnswer;

class StripeAccountTest {

  private static final Money AMOUNT = Money.parse("EUR 16.90");
  private static final URI BACK = URI.create("https://shop.example/order/EM-100001");
  private static final UUID REFERENCE = UUID.randomUUID();

  private StripeStub stub;
  private StripeAccount stripe;

  @BeforeEach
  void open() throws Exception {
    stub = new StripeStub();
    stripe = StripeAccount.of("sk_test_stub", stub.url());
  }

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void chargesAGoodCardOnce() throws Exception {
    GatewayAnswer answer = charge("pm_card_visa");
    assertEquals(ProviderReport.captured(AMOUNT), answer.report());
    assertEquals("pi_0", answer.providerId());
    assertEquals(answer, charge("pm_card_visa"), "the same call again");
    assertEquals(1, stub.things.size());
    assertEquals("1690", stub.things.get("pi_0").sent.get("amount"));
    assertEquals("eur", stub.things.get("pi_0").sent.get("currency"));
    assertEquals("true", stub.things.get("pi_0").sent.get("confirm"));
    assertEquals(REFERENCE.toString(), stub.things.get("pi_0").sent.get("metadata[reference]"));
  }

  @Test
  void saysWhyACardIsDeclined() throws Exception {
    assertEquals(GatewayAnswer.declined("pi_0", "declined"), charge("pm_card_visa_chargeDeclined"));
    assertEquals(
        GatewayAnswer.declined("pi_1", "insufficient"),
        stripe.charge(
            new Charge(
                payment(null, UUID.randomUUID()),
                Optional.of("pm_card_visa_chargeDeclinedInsufficientFunds"),
                BACK),
            BACK));
    assertEquals(Kind.DECLINED, stripe.look(payment("pi_0", REFERENCE)).report().kind());
  }

  @Test
  void declinesWhatIsNoCard() throws Exception {
    assertEquals(GatewayAnswer.declined(null, "declined"), charge("pm_nonsense"));
  }

  @Test
  void leadsToThePageOfTheBank() throws Exception {
    GatewayAnswer answer = charge("pm_card_authenticationRequired");
    assertEquals(Kind.PENDING, answer.report().kind());
    assertEquals(URI.create("https://hooks.stripe.example/3ds"), answer.page());
    stub.things.get("pi_0").status = "succeeded";
    assertEquals(ProviderReport.captured(AMOUNT), stripe.look(payment("pi_0", REFERENCE)).report());
  }

  @Test
  void takesWhatIsPromised() throws Exception {
    assertEquals(ProviderReport.authorised(AMOUNT), charge("pm_card_hold").report());
    assertEquals(
        ProviderReport.captured(AMOUNT), stripe.capture(payment("pi_0", REFERENCE)).report());
    assertEquals(
        ProviderReport.captured(AMOUNT),
        stripe.capture(payment("pi_0", REFERENCE)).report(),
        "taken before");
  }

  @Test
  void findsByItsReferenceWhatWasNeverAnswered() throws Exception {
    stub.loseAnswers(true);
    assertThrows(NoAnswerException.class, () -> charge("pm_card_visa"));
    assertThrows(NoAnswerException.class, () -> stripe.look(payment(null, REFERENCE)));
    stub.loseAnswers(false);
    GatewayAnswer answer = stripe.look(payment(null, REFERENCE));
    assertEquals(ProviderReport.captured(AMOUNT), answer.report());
    assertEquals("pi_0", answer.providerId());
    assertEquals(Kind.UNKNOWN, stripe.look(payment(null, UUID.randomUUID())).report().kind());
    assertEquals(answer, charge("pm_card_visa"));
    assertEquals(1, stub.things.size());
  }

  @Test
  void callsOffUnlessItIsTooLate() throws Exception {
    charge("pm_card_authenticationRequired");
    assertEquals(Kind.VOIDED, stripe.callOff(payment("pi_0", REFERENCE)).report().kind());
    assertEquals(Kind.VOIDED, stripe.callOff(payment("pi_0", REFERENCE)).report().kind());
    assertEquals(Kind.UNKNOWN, stripe.callOff(payment(null, UUID.randomUUID())).report().kind());
    stub.things.get("pi_0").status = "succeeded";
    assertEquals(
        ProviderReport.captured(AMOUNT), stripe.callOff(payment("pi_0", REFERENCE)).report());
  }

  @Test
  void sendsABuyerWithoutCardToItsPage() throws Exception {
    GatewayAnswer answer =
        stripe.charge(new Charge(payment(null, REFERENCE), Optional.empty(), BACK), BACK);
    assertEquals("cs_0", answer.providerId());
    assertEquals(URI.create("https://checkout.stripe.example/cs_0"), answer.page());
    StripeStub.Thing session = stub.things.get("cs_0");
    assertEquals(REFERENCE.toString(), session.sent.get("client_reference_id"));
    assertEquals(
        REFERENCE.toString(), session.sent.get("payment_intent_data[metadata][reference]"));
    assertEquals(BACK.toString(), session.sent.get("success_url"));
    assertEquals(answer, stripe.look(payment("cs_0", REFERENCE)));
    session.status = "complete";
    assertEquals(ProviderReport.captured(AMOUNT), stripe.look(payment("cs_0", REFERENCE)).report());
    assertEquals(
        ProviderReport.captured(AMOUNT), stripe.callOff(payment("cs_0", REFERENCE)).report());
    assertNull(stripe.look(payment("cs_0", REFERENCE)).page());
  }

  @Test
  void closesItsPage() throws Exception {
    stripe.charge(new Charge(payment(null, REFERENCE), Optional.empty(), BACK), BACK);
    assertEquals(Kind.VOIDED, stripe.callOff(payment("cs_0", REFERENCE)).report().kind());
  }

  @Test
  void givesBackOnceForEachReference() throws Exception {
    charge("pm_card_visa");
    Repayment part = repayment("EUR 10.00");
    RepaymentAnswer answer = stripe.refund(part);
    assertEquals(RepaymentAnswer.Kind.DONE, answer.kind());
    assertEquals(answer, stripe.refund(part), "again");
    assertEquals(1_000, stub.things.get("pi_0").refunded.get());
    assertEquals(
        1,
        stub.calls.stream().filter("POST /v1/refunds"::equals).count(),
        "it is looked for first");
    assertEquals(
        RepaymentAnswer.refused("charge_already_refunded"), stripe.refund(repayment("EUR 10.00")));
    stub.loseAnswers(true);
    assertThrows(NoAnswerException.class, () -> stripe.refund(repayment("EUR 1.00")));
  }

  @Test
  void saysNothingOfKeysWhenItIsNotLetIn() {
    StripeAccount stranger = StripeAccount.of("sk_test_other", stub.url());
    NoAnswerException refused =
        assertThrows(NoAnswerException.class, () -> stranger.look(payment("pi_0", REFERENCE)));
    assertTrue(!refused.getMessage().contains("sk_test"), refused::getMessage);
  }

  private GatewayAnswer charge(String card) throws NoAnswerException {
    return stripe.charge(new Charge(payment(null, REFERENCE), Optional.of(card), BACK), BACK);
  }

  private static Repayment repayment(String amount) {
    return new Repayment(payment("pi_0", REFERENCE), UUID.randomUUID(), Money.parse(amount));
  }

  private static PaymentRecord payment(String providerId, UUID reference) {
    return new PaymentRecord(
        1,
        new OrderNumber(100_001),
        reference,
        "stripe",
        providerId,
        PaymentStatus.INITIATED,
        AMOUNT,
        false,
        Instant.parse("2030-01-01T00:00:00Z"),
        null);
  }
}
