package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.checkout.IdempotencyKey;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.shared.Actor;
import shop.emporium.ejb.checkout.OrderDesk;
import shop.emporium.ejb.checkout.PaymentMethod;
import shop.emporium.ejb.checkout.Placing.Placed;
import shop.emporium.ejb.order.OrderException;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.order.UnknownOrderException;
import shop.emporium.ejb.payment.CardsNotTakenException;
import shop.emporium.ejb.payment.PaymentDesk;
import shop.emporium.ejb.payment.PaymentProgress;
import shop.emporium.ejb.payment.PaymentProgress.ActionNeeded;
import shop.emporium.ejb.payment.PaymentProgress.Declined;
import shop.emporium.ejb.payment.PaymentProgress.Paid;
import shop.emporium.ejb.payment.PaymentProgress.Pending;
import shop.emporium.ejb.payment.PaymentService;
import shop.emporium.ejb.payment.Reconciliation;
import shop.emporium.ejb.payment.RefundService;
import shop.emporium.ejb.payment.RefundService.Asked;
import shop.emporium.ejb.payment.TransferBack;
import shop.emporium.ejb.payment.TransferService;
import shop.emporium.ejb.payment.TransferService.Noted;
import shop.emporium.ejb.payment.TransferService.Returned;
import shop.emporium.ejb.payment.demo.CardInput;
import shop.emporium.ejb.payment.demo.DemoCard;
import shop.emporium.ejb.payment.demo.DemoProvider;
import shop.emporium.ejb.payment.demo.DemoSignature;
import shop.emporium.ejb.shared.LiveSetting;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class PaymentIT {

  private static final URI BACK = URI.create("http://localhost:8000/de/order/back");
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject private Fixture shop;
  @Inject private Buyers buyers;
  @Inject private OrderDesk till;
  @Inject private OrderService orders;
  @Inject private PaymentDesk desk;
  @Inject private PaymentService payments;
  @Inject private RefundService refunds;
  @Inject private TransferService transfers;
  @Inject private Reconciliation reconciliation;
  @Inject private DemoProvider demo;

  @BeforeEach
  void stock() {
    // The demo provider tells this very node.
    set("store.local.url", home());
    shop.execute("TRUNCATE demo_payment CASCADE");
    buyers.stock("mug,Mug,,Tindra,Kitchen,,Title,Default Title,MUG,1000,12.00,,active");
  }

  @AfterEach
  void everyPromiseHolds() {
    System.clearProperty("store.demo.pay");
    System.clearProperty("store.production");
    set("store.local.url", null);
    assertEquals("", buyers.brokenPromises());
  }

  @Test
  void isPaidAtOnceByAGoodCard() {
    OrderNumber order = place(1);
    assertInstanceOf(Paid.class, proceed(order, DemoCard.APPROVED));
    assertEquals("PAID", status(order));
    assertInstanceOf(Paid.class, proceed(order, DemoCard.APPROVED), "asked again");
    assertEquals(1, shop.number("SELECT count(*) FROM demo_payment"));
    assertEquals(
        "provider:demo", text("SELECT who FROM payment_event WHERE to_status = 'CAPTURED'"));
  }

  @Test
  void chargesOnceHoweverManyAskAtOnce() throws Exception {
    OrderNumber order = place(1);
    List<PaymentProgress> told = buyers.all(30, i -> proceed(order, DemoCard.APPROVED));
    assertEquals(1, new HashSet<>(told).size(), told::toString);
    assertEquals(1, shop.number("SELECT count(*) FROM demo_payment"));
    assertEquals(1, shop.number("SELECT count(*) FROM payment_event WHERE to_status = 'CAPTURED'"));
  }

  @Test
  void saysWhyACardIsDeclined() {
    OrderNumber first = place(1);
    assertEquals(new Declined("declined"), proceed(first, DemoCard.DECLINED));
    assertEquals("CANCELLED", status(first));
    assertEquals(new Declined("declined"), proceed(first, DemoCard.APPROVED), "it is over");
    OrderNumber second = place(1);
    assertNotEquals(first, second);
    assertEquals(new Declined("insufficient"), proceed(second, DemoCard.INSUFFICIENT));
    OrderNumber third = place(1);
    assertEquals(new Declined("declined"), desk.proceed(third, Optional.of("tok_nonsense"), BACK));
    OrderNumber last = place(1);
    assertInstanceOf(Paid.class, proceed(last, DemoCard.APPROVED));
    assertEquals(1, shop.number("SELECT sold FROM product_variant"));
  }

  @Test
  void leadsToAPageWhereTheBuyerConfirms() {
    OrderNumber order = place(1);
    URI page = page(proceed(order, DemoCard.CHALLENGE));
    assertTrue(page.toString().startsWith("http://localhost:8000/de/demo-pay/dp_"), page::toString);
    assertEquals(page, page(proceed(order, DemoCard.CHALLENGE)), "the same page");
    demo.confirm(id(page), true);
    assertInstanceOf(Paid.class, proceed(order, DemoCard.CHALLENGE));
    OrderNumber other = place(2);
    demo.confirm(id(page(proceed(other, DemoCard.CHALLENGE))), false);
    await().atMost(SOON).until(() -> "CANCELLED".equals(status(other)));
  }

  @Test
  void isPaidOnThePageOfTheProvider() {
    OrderNumber order = place(1);
    URI page = page(desk.proceed(order, Optional.empty(), BACK));
    demo.pay(id(page), new CardInput(DemoCard.APPROVED.groups(), "12/99", "123"));
    assertEquals(Optional.of(BACK), demo.back(id(page)));
    await().atMost(SOON).until(() -> "PAID".equals(status(order)));
    assertEquals(
        0,
        shop.number("SELECT count(*) FROM demo_payment d WHERE CAST(d AS text) LIKE '%4242%'"),
        "nothing of the card is kept");
  }

  @Test
  void findsOutWhatNobodyTold() {
    OrderNumber order = place(1);
    assertInstanceOf(Pending.class, proceed(order, DemoCard.TIMEOUT));
    shop.execute(
        "UPDATE demo_payment SET decide_at = now() + interval '1 hour' WHERE decide_at IS NOT NULL");
    assertInstanceOf(Pending.class, proceed(order, DemoCard.TIMEOUT));
    assertEquals("PLACED", status(order));
    shop.execute("UPDATE demo_payment SET decide_at = now() WHERE decide_at IS NOT NULL");
    await()
        .atMost(SOON)
        .until(
            () -> {
              lookNow();
              return "PAID".equals(status(order));
            });
    assertEquals(0, shop.number("SELECT count(*) FROM demo_notice"));
  }

  @Test
  void hearsOfALateAnswerByANotice() {
    OrderNumber order = place(1);
    assertInstanceOf(Pending.class, proceed(order, DemoCard.LATE));
    await().atMost(SOON).until(() -> "PAID".equals(status(order)));
    assertEquals(
        1, shop.number("SELECT count(*) FROM payment_notice WHERE kind = 'payment.approved'"));
  }

  @Test
  void hearsTwiceAndDoesItOnce() {
    OrderNumber order = place(1);
    assertInstanceOf(Paid.class, proceed(order, DemoCard.TWICE));
    await()
        .atMost(SOON)
        .until(() -> shop.number("SELECT count(*) FROM demo_notice WHERE copies > 0") == 0);
    assertEquals(1, shop.number("SELECT count(*) FROM payment_notice"));
    assertEquals(1, shop.number("SELECT count(*) FROM payment_event WHERE to_status = 'CAPTURED'"));
  }

  @Test
  void takesANoticeThatIsFasterThanTheAnswer() throws Exception {
    OrderNumber order = place(1);
    String body = notice("dn_1", "APPROVED", 1_690);
    List<Integer> statuses =
        buyers.all(
            20,
            i ->
                i % 2 == 0
                    ? post(body, secret(), Instant.now())
                    : proceed(order, DemoCard.APPROVED) instanceof Paid ? 204 : 0);
    assertEquals(1, new HashSet<>(statuses).size(), statuses::toString);
    assertEquals("PAID", status(order));
    assertEquals(1, shop.number("SELECT count(*) FROM payment_notice"));
    assertEquals(1, shop.number("SELECT count(*) FROM payment_event WHERE to_status = 'CAPTURED'"));
  }

  @Test
  void takesNoNoticeThatTheProviderHasNotSigned() {
    OrderNumber order = place(1);
    String body = notice("dn_1", "APPROVED", 1_690);
    assertEquals(400, post(body, "somebody else's secret", Instant.now()));
    assertEquals(400, post(body, secret(), Instant.now().minusSeconds(400)), "too old");
    assertEquals(400, post(body, secret(), Instant.now().plusSeconds(400)), "not yet");
    assertEquals(400, send(body, null), "unsigned");
    assertEquals(400, post("{", secret(), Instant.now()), "no notice");
    assertEquals(413, post(" ".repeat(70_000), secret(), Instant.now()));
    String foreign =
        body.replaceAll("\"reference\":\"[^\"]*\"", "\"reference\":\"" + UUID.randomUUID() + "\"");
    assertEquals(204, post(foreign, secret(), Instant.now()), "another shop's");
    assertEquals("PLACED", status(order));
    assertEquals(0, shop.number("SELECT count(*) FROM payment_notice"));
  }

  @Test
  void noticesThatCannotBeNotedMayComeAgain() {
    OrderNumber order = place(1);
    String body = notice("dn_1", "APPROVED", 1_690);
    shop.execute("ALTER TABLE payment ADD CONSTRAINT away CHECK (status <> 'CAPTURED')");
    try {
      assertEquals(500, post(body, secret(), Instant.now()));
    } finally {
      shop.execute("ALTER TABLE payment DROP CONSTRAINT away");
    }
    assertEquals(0, shop.number("SELECT count(*) FROM payment_notice"));
    assertEquals(204, post(body, secret(), Instant.now()));
    assertEquals("PAID", status(order));
  }

  @Test
  void paysNothingWithAnotherAmount() {
    OrderNumber order = place(1);
    assertEquals(204, post(notice("dn_1", "APPROVED", 1), secret(), Instant.now()));
    assertEquals("PLACED", status(order));
    assertEquals(1, shop.number("SELECT count(*) FROM payment WHERE trouble IS NOT NULL"));
  }

  @Test
  void noticesAreNotTakenWhereTheProviderIsOff() {
    place(1);
    String body = notice("dn_1", "APPROVED", 1_690);
    set("store.demo.pay", "no");
    assertEquals(404, post(body, secret(), Instant.now()));
  }

  @Test
  void callsOffWhatIsCancelledWhileItIsPaid() {
    OrderNumber late = place(1);
    proceed(late, DemoCard.CHALLENGE);
    OrderNumber never = place(2);
    for (OrderNumber order : List.of(late, never)) {
      orders.cancel(order, Actor.GUEST, "Changed my mind");
    }
    await()
        .atMost(SOON)
        .until(() -> shop.number("SELECT count(*) FROM payment WHERE status = 'VOIDED'") == 2);
    assertEquals(2, shop.number("SELECT count(*) FROM demo_payment WHERE status = 'VOIDED'"));
    assertEquals(1000, shop.number("SELECT available FROM product_variant"));
  }

  @Test
  void givesBackWhatWasTakenWhenTheOrderIsCancelled() {
    OrderNumber paid = place(1);
    proceed(paid, DemoCard.APPROVED);
    orders.cancel(paid, Actor.GUEST, "Changed my mind");
    OrderNumber crossing = place(2);
    proceed(crossing, DemoCard.TIMEOUT);
    shop.execute("UPDATE demo_payment SET decide_at = now() WHERE status = 'PENDING'");
    orders.cancel(crossing, Actor.GUEST, "Changed my mind");
    await()
        .atMost(SOON)
        .until(() -> shop.number("SELECT count(*) FROM payment WHERE status = 'REFUNDED'") == 2);
    assertEquals(2, shop.number("SELECT count(*) FROM demo_refund"));
    assertEquals(2, shop.number("SELECT count(*) FROM refund WHERE status = 'DONE'"));
    assertEquals(
        shop.number("SELECT sum(amount_minor) FROM demo_payment"),
        shop.number("SELECT sum(refunded_minor) FROM demo_payment"));
  }

  @Test
  void givesBackMoneyThatComesAfterTheEnd() {
    OrderNumber order = place(1);
    proceed(order, DemoCard.CHALLENGE);
    payments.note(
        shop.number("SELECT id FROM payment"),
        ProviderReport.of(ProviderReport.Kind.DECLINED),
        null,
        false,
        Actor.provider("demo"));
    assertEquals("CANCELLED", status(order));
    demo.confirm(text("SELECT id FROM demo_payment"), true);
    await()
        .atMost(SOON)
        .until(
            () ->
                shop.number("SELECT count(*) FROM stray_money WHERE returned_at IS NOT NULL") == 1);
    assertEquals(1_690, shop.number("SELECT refunded_minor FROM demo_payment"));
  }

  @Test
  void givesBackPartsNoMoreThanWasTaken() {
    OrderNumber order = place(1);
    proceed(order, DemoCard.APPROVED);
    payments.giveBack(order, Money.parse("EUR 5.00"), Actor.staff(1), "Damaged");
    payments.giveBack(order, Money.parse("EUR 1.00"), Actor.staff(1), "Late");
    assertThrows(
        RuntimeException.class,
        () -> payments.giveBack(order, Money.parse("EUR 11.00"), Actor.staff(1), "Too much"));
    await().atMost(SOON).until(() -> shop.number("SELECT refunded_minor FROM payment") == 600);
    assertEquals("PARTLY_REFUNDED", text("SELECT status FROM payment"));
    assertEquals(600, shop.number("SELECT refunded_minor FROM demo_payment"));
    assertEquals("PAID", status(order));
  }

  @Test
  void aRefundThatIsRefusedIsTriedAgainAndThenLeftToAPerson() {
    OrderNumber order = place(1);
    proceed(order, DemoCard.APPROVED);
    shop.execute("UPDATE demo_payment SET refunded_minor = amount_minor");
    payments.giveBack(order, Money.parse("EUR 5.00"), Actor.staff(1), "Damaged");
    await()
        .atMost(SOON)
        .until(
            () -> {
              shop.execute("UPDATE refund SET next_look_at = now() WHERE status = 'REQUESTED'");
              reconciliation.run();
              return "FAILED".equals(text("SELECT status FROM refund"));
            });
    assertEquals(0, shop.number("SELECT refunding_minor FROM payment"));
    assertEquals(1, shop.number("SELECT count(*) FROM payment WHERE trouble IS NOT NULL"));
    shop.execute("UPDATE demo_payment SET refunded_minor = 0");
    payments.giveBack(order, Money.parse("EUR 1.00"), Actor.staff(1), "Late");
    await().atMost(SOON).until(() -> shop.number("SELECT refunded_minor FROM payment") == 100);
    assertEquals(
        1,
        shop.number("SELECT count(*) FROM payment WHERE trouble IS NOT NULL"),
        "the other refund has not gone back with it");
    payments.giveBack(order, Money.parse("EUR 15.90"), Actor.staff(1), "All of it");
    await().atMost(SOON).until(() -> "REFUNDED".equals(text("SELECT status FROM payment")));
    assertEquals(0, shop.number("SELECT count(*) FROM payment WHERE trouble IS NOT NULL"));
  }

  @Test
  void silenceOfTheProviderIsNoRefusalOfARefund() {
    OrderNumber order = place(1);
    proceed(order, DemoCard.APPROVED);
    shop.execute("UPDATE demo_payment SET refunded_minor = amount_minor");
    // As if nobody had answered all night: the reconciler may come before this could be written.
    shop.execute("ALTER TABLE refund ALTER COLUMN looks SET DEFAULT 20");
    try {
      payments.giveBack(order, Money.parse("EUR 5.00"), Actor.staff(1), "Damaged");
    } finally {
      shop.execute("ALTER TABLE refund ALTER COLUMN looks SET DEFAULT 0");
    }
    await()
        .atMost(SOON)
        .until(
            () -> {
              reconciliation.run();
              return shop.number("SELECT looks FROM refund") > 20
                  && shop.number("SELECT refusals FROM refund") == 1;
            });
    assertEquals("REQUESTED", text("SELECT status FROM refund"), "refused once");
    assertEquals(0, shop.number("SELECT count(*) FROM payment WHERE trouble IS NOT NULL"));
    shop.execute("UPDATE demo_payment SET refunded_minor = 0");
    shop.execute("UPDATE refund SET next_look_at = now()");
    await().atMost(SOON).until(() -> "DONE".equals(text("SELECT status FROM refund")));
  }

  @Test
  void moneyGoesBackOnceForEachKey() throws Exception {
    OrderNumber order = place(1);
    proceed(order, DemoCard.APPROVED);
    List<Asked> told = buyers.all(10, i -> giveBack(order, "first", "EUR 5.00"));
    assertEquals(1, Collections.frequency(told, Asked.NOTED), told::toString);
    assertEquals(9, Collections.frequency(told, Asked.KNOWN), told::toString);
    assertEquals(Asked.KEY_REUSED, giveBack(order, "first", "EUR 6.00"));
    assertEquals(1, shop.number("SELECT count(*) FROM refund"));
    assertEquals(Asked.NOTED, giveBack(order, "second", "EUR 5.00"), "the same sum once more");
    assertThrows(OrderException.class, () -> giveBack(order, "third", "EUR 50.00"));
    assertEquals(2, shop.number("SELECT count(*) FROM refund_key"), "refused, and no key taken");
    assertEquals(Asked.KNOWN, giveBack(order, "first", "EUR 5.00"));
    await().atMost(SOON).until(() -> shop.number("SELECT refunded_minor FROM payment") == 1_000);
    OrderNumber other = place(2);
    proceed(other, DemoCard.APPROVED);
    assertEquals(Asked.NOTED, giveBack(other, "first", "EUR 5.00"), "a key is of one order");
  }

  @Test
  void moneyThatNobodyWantsAndThatDoesNotGoBackIsLeftToAPerson() {
    OrderNumber order = place(1);
    proceed(order, DemoCard.CHALLENGE);
    long payment = shop.number("SELECT id FROM payment");
    payments.note(
        payment,
        ProviderReport.of(ProviderReport.Kind.DECLINED),
        null,
        false,
        Actor.provider("demo"));
    // Given back already, as far as the provider is concerned.
    shop.execute("UPDATE demo_payment SET status = 'APPROVED', refunded_minor = amount_minor");
    payments.note(
        payment,
        ProviderReport.captured(Money.parse("EUR 16.90")),
        null,
        false,
        Actor.provider("demo"));
    String trouble = "SELECT count(*) FROM payment WHERE trouble LIKE '%stray money'";
    await()
        .atMost(SOON)
        .until(
            () -> {
              shop.execute("UPDATE stray_money SET next_look_at = now()");
              reconciliation.run();
              return shop.number(trouble) == 1;
            });
    assertEquals(0, shop.number("SELECT count(*) FROM stray_money WHERE looks < 10"));
    shop.execute("UPDATE demo_payment SET refunded_minor = 0");
    await()
        .atMost(SOON)
        .until(
            () -> {
              shop.execute("UPDATE stray_money SET next_look_at = now()");
              reconciliation.run();
              return shop.number(trouble) == 0;
            });
    assertEquals(1_690, shop.number("SELECT refunded_minor FROM demo_payment"));
  }

  @Test
  void endsWhatNobodyPaysOnce() throws Exception {
    OrderNumber card = place(1);
    proceed(card, DemoCard.CHALLENGE);
    OrderNumber forgotten = place(2);
    OrderNumber transfer = transfer(3);
    shop.execute("UPDATE shop_order SET pay_until = now() - interval '1 hour'");
    lookNow();
    buyers.all(24, i -> reconciliation.run());
    await()
        .atMost(SOON)
        .until(
            () -> {
              lookNow();
              return shop.number("SELECT count(*) FROM shop_order WHERE status = 'CANCELLED'") == 3;
            });
    for (OrderNumber order : List.of(card, forgotten, transfer)) {
      assertEquals(
          1,
          shop.number(
              "SELECT count(*) FROM order_event WHERE to_status = 'CANCELLED' AND order_number = "
                  + order.value()));
    }
    await()
        .atMost(SOON)
        .until(
            () ->
                shop.number("SELECT count(*) FROM payment WHERE status IN ('VOIDED', 'FAILED')")
                    == 3);
    assertInstanceOf(Declined.class, proceed(card, DemoCard.APPROVED), "too late");
  }

  @Test
  void anOrderThatFailsKeepsNoOtherWaiting() {
    OrderNumber failing = transfer(1);
    OrderNumber next = transfer(2);
    shop.execute(
        "ALTER TABLE shop_order ADD CONSTRAINT away CHECK (status <> 'CANCELLED' OR number <> %d)"
            .formatted(failing.value()));
    try {
      shop.execute(
          "UPDATE shop_order SET pay_until = now() - interval '1 hour' - (%d - number) * interval '1 minute'"
              .formatted(next.value()));
      reconciliation.run();
      await().atMost(SOON).until(() -> "CANCELLED".equals(status(next)));
      assertEquals("PLACED", status(failing));
    } finally {
      shop.execute("ALTER TABLE shop_order DROP CONSTRAINT away");
    }
    await().atMost(SOON).until(() -> "CANCELLED".equals(status(failing)));
  }

  @Test
  void endsInTimeHoweverOftenItsBuyerAsks() {
    OrderNumber order = place(1);
    proceed(order, DemoCard.CHALLENGE);
    shop.execute("UPDATE payment SET next_look_at = now() + interval '60 seconds'");
    proceed(order, DemoCard.CHALLENGE);
    assertEquals(
        1,
        shop.number(
            "SELECT count(*) FROM payment WHERE next_look_at BETWEEN now() + interval '31 seconds' AND now() + interval '61 seconds'"),
        "the look that was to come is not put off");
    // The reconciler does not come in between.
    shop.execute("UPDATE payment SET next_look_at = now() + interval '1 hour'");
    shop.execute("UPDATE shop_order SET pay_until = now() - interval '1 hour'");
    assertInstanceOf(Declined.class, proceed(order, DemoCard.CHALLENGE));
    assertEquals("CANCELLED", status(order));
    assertEquals("VOIDED", text("SELECT status FROM payment"));
  }

  @Test
  void waitsForWhoIsStillInTime() {
    OrderNumber order = place(1);
    proceed(order, DemoCard.CHALLENGE);
    transfer(2);
    shop.execute("UPDATE shop_order SET pay_until = now() - interval '1 minute'");
    lookNow();
    reconciliation.run();
    assertEquals(2, shop.number("SELECT count(*) FROM shop_order WHERE status = 'PLACED'"));
    assertTrue(
        shop.number("SELECT count(*) FROM payment WHERE next_look_at > now()") > 0,
        "looked up again");
    assertInstanceOf(ActionNeeded.class, proceed(order, DemoCard.CHALLENGE));
  }

  @Test
  void asksEverMoreSeldomAfterTheEndToo() {
    OrderNumber order = place(1);
    proceed(order, DemoCard.CHALLENGE);
    shop.execute("ALTER TABLE payment ADD CONSTRAINT away CHECK (status <> 'VOIDED')");
    try {
      shop.execute("UPDATE shop_order SET pay_until = now() - interval '1 hour'");
      shop.execute("UPDATE payment SET looks = 9, next_look_at = now()");
      await()
          .atMost(SOON)
          .until(
              () -> {
                reconciliation.run();
                return shop.number(
                        "SELECT count(*) FROM payment WHERE next_look_at > now() + interval '50 minutes'")
                    == 1;
              });
      assertEquals("PLACED", status(order));
    } finally {
      shop.execute("ALTER TABLE payment DROP CONSTRAINT away");
    }
    lookNow();
    await().atMost(SOON).until(() -> "CANCELLED".equals(status(order)));
  }

  @Test
  void aProviderThatNeverAnswersIsLeftToAPerson() {
    OrderNumber order = place(1);
    // Its key is gone, so that it says nothing.
    shop.execute("UPDATE payment SET provider = 'stripe'");
    for (int look = 0; look < 4; look++) {
      lookNow();
      reconciliation.run();
    }
    String trouble = "SELECT count(*) FROM payment WHERE trouble IS NOT NULL";
    assertEquals(0, shop.number(trouble), "its time is not over");
    shop.execute("UPDATE shop_order SET pay_until = now() - interval '1 hour'");
    await()
        .atMost(SOON)
        .until(
            () -> {
              lookNow();
              reconciliation.run();
              return shop.number(trouble) == 1;
            });
    assertTrue(shop.number("SELECT silent_looks FROM payment") >= 3, "not at the first silence");
    assertEquals("PLACED", status(order), "nobody knows");
    shop.execute("UPDATE payment SET trouble = NULL");
    long looks = shop.number("SELECT silent_looks FROM payment");
    await()
        .atMost(SOON)
        .until(
            () -> {
              lookNow();
              reconciliation.run();
              return shop.number("SELECT silent_looks FROM payment") > looks;
            });
    assertEquals(0, shop.number(trouble), "told once");
    // As where nobody has looked yet.
    shop.execute("UPDATE payment SET silent_looks = 2");
    await()
        .atMost(SOON)
        .until(
            () -> {
              lookNow();
              reconciliation.run();
              return shop.number(trouble) == 1;
            });
    shop.execute("UPDATE payment SET provider = 'demo'");
    await()
        .atMost(SOON)
        .until(
            () -> {
              lookNow();
              reconciliation.run();
              return "CANCELLED".equals(status(order));
            });
    assertEquals(0, shop.number(trouble), "it has come right");
  }

  @Test
  void anAnswerEndsWhatSilenceWasToldAs() {
    place(1);
    shop.execute("UPDATE payment SET provider = 'stripe'");
    shop.execute("UPDATE shop_order SET pay_until = now() - interval '1 hour'");
    String trouble = "SELECT count(*) FROM payment WHERE trouble IS NOT NULL";
    await()
        .atMost(SOON)
        .until(
            () -> {
              lookNow();
              reconciliation.run();
              return shop.number(trouble) == 1;
            });
    payments.noteAnswered(shop.number("SELECT id FROM payment"));
    assertEquals(0, shop.number(trouble));
    assertEquals("INITIATED", text("SELECT status FROM payment"));
  }

  @Test
  void aTransferThatDoesNotComeIsCancelledAndNotTriedAgain() {
    OrderNumber order = transfer(1);
    shop.execute("UPDATE shop_order SET pay_until = now() - interval '1 hour'");
    desk.proceed(order, Optional.empty(), BACK);
    await().atMost(SOON).until(() -> "CANCELLED".equals(status(order)));
    assertEquals("Not paid in time", text("SELECT status_why FROM shop_order"));
    assertEquals("1000 0", text("SELECT concat_ws(' ', available, reserved) FROM product_variant"));
  }

  @Test
  void isPaidByTransfer() {
    OrderNumber order = transfer(1);
    Money amount = Money.parse("EUR 16.90");
    Actor staff = Actor.staff(1);
    assertInstanceOf(Pending.class, desk.look(order));
    assertEquals(Noted.OTHER_AMOUNT, transfers.received(order, Money.parse("EUR 16.00"), staff));
    assertEquals(Noted.UNKNOWN, transfers.received(place(2), amount, staff));
    assertEquals(Noted.PAID, transfers.received(order, amount, staff));
    assertEquals(Noted.KNOWN, transfers.received(order, amount, staff));
    assertEquals("PAID", status(order));
    assertEquals("staff:1", text("SELECT who FROM payment_event WHERE to_status = 'CAPTURED'"));
    orders.cancel(order, Actor.GUEST, "Changed my mind");
    reconciliation.run();
    assertEquals("REQUESTED", text("SELECT status FROM refund"), "somebody has to transfer it");
    UUID refund = goingBack(order).get(0);
    assertEquals(Returned.NOTED, transfers.givenBack(order, refund, amount, staff));
    assertEquals("DONE", text("SELECT status FROM refund"));
    OrderNumber late = transfer(3);
    orders.cancel(late, Actor.GUEST, "Changed my mind");
    assertEquals(Noted.TO_GO_BACK, transfers.received(late, amount, staff));
    UUID tooLate = goingBack(late).get(0);
    assertEquals(Returned.UNKNOWN, transfers.givenBack(order, tooLate, amount, staff));
    assertEquals(Returned.NOTED, transfers.givenBack(late, tooLate, amount, staff));
    assertEquals(Returned.KNOWN, transfers.givenBack(late, tooLate, amount, staff));
  }

  @Test
  void ofTwoEqualTransfersBackEachIsNotedByItself() throws Exception {
    OrderNumber order = transfer(1);
    Actor staff = Actor.staff(1);
    Money part = Money.parse("EUR 5.00");
    transfers.received(order, Money.parse("EUR 16.90"), staff);
    payments.giveBack(order, part, staff, "A scratch");
    payments.giveBack(order, part, staff, "A delay");
    List<UUID> going = goingBack(order);
    assertEquals(2, going.size());
    UUID first = going.get(0);
    Money other = Money.parse("EUR 4.00");
    assertEquals(Returned.OTHER_AMOUNT, transfers.givenBack(order, first, other, staff));
    assertEquals(Returned.UNKNOWN, transfers.givenBack(order, UUID.randomUUID(), part, staff));
    List<Returned> told = buyers.all(10, i -> transfers.givenBack(order, first, part, staff));
    assertEquals(1, Collections.frequency(told, Returned.NOTED), told::toString);
    assertEquals(9, Collections.frequency(told, Returned.KNOWN), told::toString);
    assertEquals("A delay", text("SELECT why FROM refund WHERE status = 'REQUESTED'"));
    assertEquals(500, shop.number("SELECT refunded_minor FROM payment"));
    assertEquals(Returned.NOTED, transfers.givenBack(order, going.get(1), part, staff));
    assertEquals(1_000, shop.number("SELECT refunded_minor FROM payment"));
  }

  @Test
  void cardsAreTakenByWhoIsThere() {
    buyers.put(1, "MUG", 1);
    set("store.production", "yes");
    assertThrows(CardsNotTakenException.class, () -> till.place(Buyers.wish(1).order()));
    assertEquals(1000, shop.number("SELECT available FROM product_variant"));
    set("store.demo.pay", "yes");
    assertInstanceOf(Placed.class, till.place(Buyers.wish(1).order()));
  }

  @Test
  void knowsNoOtherOrders() {
    assertThrows(
        UnknownOrderException.class,
        () -> proceed(new OrderNumber(999_999_999), DemoCard.APPROVED));
  }

  @Test
  void aNodeThatDiesBetweenCallAndNoteLosesNothing() {
    OrderNumber order = place(1);
    // The provider took the money, and the node died before it noted that.
    demo.charge(
        UUID.fromString(text("SELECT reference FROM payment")),
        order.text(),
        Money.parse("EUR 16.90"),
        Optional.of("tok_approved"),
        BACK);
    lookNow();
    await().atMost(SOON).until(() -> "PAID".equals(status(order)));
  }

  private OrderNumber place(int buyer) {
    return place(Buyers.wish(buyer), buyer);
  }

  private OrderNumber transfer(int buyer) {
    return place(Buyers.wish(buyer).by(PaymentMethod.TRANSFER), buyer);
  }

  private OrderNumber place(Buyers.Wish wish, int buyer) {
    if (shop.number("SELECT count(*) FROM cart_line WHERE cart_id = " + Buyers.cart(buyer)) == 0) {
      buyers.put(buyer, "MUG", 1);
    }
    return assertInstanceOf(Placed.class, till.place(wish.order())).number();
  }

  private Asked giveBack(OrderNumber order, String key, String amount) {
    IdempotencyKey call =
        IdempotencyKey.of("refund:" + order.value(), key, amount.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();
    return refunds.giveBack(order, call, Money.parse(amount), Actor.staff(1), "A scratch");
  }

  private List<UUID> goingBack(OrderNumber order) {
    return transfers.back(order).stream().map(TransferBack::reference).toList();
  }

  private PaymentProgress proceed(OrderNumber order, DemoCard card) {
    return desk.proceed(order, Optional.of(card.token()), BACK);
  }

  private static URI page(PaymentProgress progress) {
    return assertInstanceOf(ActionNeeded.class, progress).page();
  }

  private static String id(URI page) {
    return page.getPath().substring(page.getPath().lastIndexOf('/') + 1);
  }

  private void lookNow() {
    shop.execute("UPDATE payment SET next_look_at = now() WHERE next_look_at IS NOT NULL");
  }

  private String status(OrderNumber order) {
    return text("SELECT status FROM shop_order WHERE number = " + order.value());
  }

  private String text(String sql) {
    return shop.text(sql).orElse("");
  }

  private String notice(String id, String status, long minor) {
    return """
        {"id":"%s","type":"payment.approved","created":1,"payment":{"id":"dp_x%s","reference":"%s","status":"%s","currency":"EUR","amountMinor":%d}}
        """
        .formatted(id, id, text("SELECT reference FROM payment"), status, minor)
        .strip();
  }

  private static String secret() {
    return ConfigProvider.getConfig().getValue("store.demo.pay.secret", String.class);
  }

  private static int post(String body, String secret, Instant at) {
    return send(body, DemoSignature.of(body.getBytes(StandardCharsets.UTF_8), secret, at));
  }

  private static int send(String body, String signature) {
    try {
      HttpURLConnection call =
          (HttpURLConnection)
              URI.create(home() + "/api/v1/payments/demo/notices").toURL().openConnection();
      call.setRequestMethod("POST");
      call.setDoOutput(true);
      call.setRequestProperty("Content-Type", "application/json");
      if (signature != null) {
        call.setRequestProperty(DemoSignature.HEADER, signature);
      }
      call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      return call.getResponseCode();
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static String home() {
    int offset = Integer.getInteger("jboss.socket.binding.port-offset", 0);
    return "http://localhost:" + (8080 + offset);
  }

  private static void set(String name, String value) {
    if (value == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
    LiveSetting.readAnew();
  }
}
