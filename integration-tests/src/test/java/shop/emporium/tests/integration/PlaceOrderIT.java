package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.domain.checkout.GiftCardCode;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.ProviderReport.Kind;
import shop.emporium.domain.payment.Settlement.Step;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.IllegalMoveException;
import shop.emporium.ejb.cart.CartMerging;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.ejb.checkout.OrderDesk;
import shop.emporium.ejb.checkout.PaymentMethod;
import shop.emporium.ejb.checkout.PlaceOrder;
import shop.emporium.ejb.checkout.PlaceOrderService;
import shop.emporium.ejb.checkout.Placing;
import shop.emporium.ejb.checkout.Placing.Placed;
import shop.emporium.ejb.checkout.Placing.Reason;
import shop.emporium.ejb.checkout.Placing.Refused;
import shop.emporium.ejb.customer.ThrottleKind;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.inventory.InventoryService;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderReceipt;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.payment.PaymentReader;
import shop.emporium.ejb.payment.PaymentService;
import shop.emporium.ejb.shared.PurgeRounds;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class PlaceOrderIT {

  private static final Actor DEMO = Actor.provider("demo");

  @Inject private Fixture shop;
  @Inject private Buyers buyers;
  @Inject private CheckoutService checkouts;
  @Inject private OrderDesk desk;
  @Inject private PlaceOrderService service;
  @Inject private OrderService orders;
  @Inject private OrderLookup lookup;
  @Inject private PaymentService payments;
  @Inject private PaymentReader reader;
  @Inject private InventoryService inventory;
  @Inject private People people;
  @Inject private CartService carts;
  @Inject private CartMerging merging;

  @BeforeEach
  void stock() {
    buyers.stock(
        "lamp,Lamp,,Tindra,Home,,Colour,Red,LAMP,5,20.00,,active",
        "mug,Mug,,Tindra,Kitchen,,Title,Default Title,MUG,1000,12.00,,active");
  }

  @AfterEach
  void everyPromiseHolds() {
    assertEquals("", buyers.brokenPromises());
  }

  @Test
  void writesItsOwnCopyOfEverything() {
    buyers.put(1, "LAMP", 2);
    Placed placed = placed(desk.place(Buyers.wish(1).expected("EUR 44.90").order()));
    assertEquals(Money.parse("EUR 44.90"), placed.payment().orElseThrow().amount());
    assertEquals(
        "PLACED 4000 0 490 44.90 7.17 DE10115 Lamp Red",
        shop.text(
                """
                SELECT concat_ws(' ', o.status, o.items_minor, o.discount_minor, o.shipping_minor,
                       CAST(o.total_minor / 100.0 AS numeric(9, 2)), CAST(o.tax_minor / 100.0 AS numeric(9, 2)),
                       a.country || a.postal_code, l.name, l.options)
                  FROM shop_order o JOIN order_line l ON l.order_number = o.number
                  JOIN order_address a ON a.order_number = o.number
                """)
            .orElseThrow());
    assertEquals("3 0 2 5", numbers("LAMP"));
    assertEquals("guest", text("SELECT who FROM order_event WHERE to_status = 'PLACED'"));
    shop.execute("UPDATE product SET name = 'Lantern'");
    shop.execute("UPDATE product_variant SET price_minor = 1");
    assertEquals("Lamp 2000", text("SELECT name || ' ' || unit_price_minor FROM order_line"));
  }

  @Test
  void whoPlacesAnOrderIsToldOfItAsWhoReadsItLater() {
    shop.execute("UPDATE product_variant SET price_minor = 1999 WHERE sku = 'MUG'");
    coupon("TENTH", "PERCENT", "percent", "10", 1, 1);
    buyers.put(1, "LAMP", 2);
    buyers.put(1, "MUG", 3);
    Placed placed = placed(desk.place(Buyers.wish(1).coupon("tenth").order()));
    assertEquals(
        OrderReceipt.of(lookup.find(placed.number()).orElseThrow()),
        placed.receipt().orElseThrow());
    assertEquals(reader.find(placed.payment().orElseThrow().reference()), placed.payment());
  }

  @Test
  void isPaidOnceHoweverOftenTheProviderSaysSo() throws Exception {
    buyers.put(1, "LAMP", 2);
    Placed placed = placed(desk.place(Buyers.wish(1).order()));
    buyers.put(1, "MUG", 1);
    List<Step> steps = buyers.all(30, i -> captured(placed));
    assertEquals(1, steps.stream().filter(step -> step == Step.SETTLE).count());
    assertEquals(29, steps.stream().filter(step -> step == Step.NOTHING).count());
    assertEquals(1, shop.number("SELECT count(*) FROM order_event WHERE to_status = 'PAID'"));
    assertEquals(4490, shop.number("SELECT sum(captured_minor) FROM payment"));
    assertEquals("MUG", text(CART), "what came in meanwhile stays");
  }

  @Test
  void ofTheLastPiecesNoneIsSoldTwice() throws Exception {
    int many = 300;
    buyers.putEach(many, "LAMP");
    List<Placing> placings = buyers.all(many, buyer -> desk.place(Buyers.wish(buyer).order()));
    assertEquals(5, placings.stream().filter(Placed.class::isInstance).count());
    assertEquals(
        many - 5,
        placings.stream()
            .filter(Refused.class::isInstance)
            .filter(p -> ((Refused) p).shortages().equals(List.of(new Shortage("LAMP", 1, 0))))
            .count());
    assertEquals("0 0 5 5", numbers("LAMP"));
  }

  @Test
  void sellsFirstWhatItHeldAndLetsTheRestGo() {
    buyers.put(1, "LAMP", 5);
    checkouts.begin(Buyers.cart(1), Optional.empty(), "de");
    checkouts.hold(Buyers.cart(1));
    buyers.put(2, "LAMP", 1);
    assertEquals(Reason.OUT_OF_STOCK, refused(desk.place(Buyers.wish(2).order())).reason());
    shop.execute("UPDATE cart_line SET quantity = 3 WHERE quantity = 5");
    placed(desk.place(Buyers.wish(1).order()));
    assertEquals("2 0 3 5", numbers("LAMP"));
    placed(desk.place(Buyers.wish(2).order()));
  }

  @Test
  void isOneOrderHoweverOftenItsPageIsSent() throws Exception {
    buyers.put(1, "LAMP", 1);
    UUID token = checkouts.begin(Buyers.cart(1), Optional.empty(), "de").orElseThrow().token();
    List<Placed> placed =
        buyers.all(60, i -> placed(desk.place(Buyers.wish(1).token(token).order())));
    assertEquals(1, placed.stream().map(Placed::number).distinct().count());
    assertEquals(1, placed.stream().filter(Placed::isFirst).count());
    assertEquals(1, shop.number("SELECT count(*) FROM payment"));
    captured(placed.stream().filter(Placed::isFirst).findFirst().orElseThrow());
    assertEquals(
        placed.get(0).number(),
        placed(desk.place(Buyers.wish(1).token(token).order())).number(),
        "also when all is over");
  }

  @Test
  void isOneOrderHoweverOftenItsCallIsSent() throws Exception {
    buyers.put(1, "LAMP", 1);
    List<Placed> placed =
        buyers.all(60, i -> placed(desk.place(Buyers.wish(1).key("one", "body").order())));
    assertEquals(1, placed.stream().map(Placed::number).distinct().count());
    assertEquals(1, placed.stream().filter(Placed::isFirst).count());
    assertEquals(
        Reason.KEY_REUSED,
        refused(desk.place(Buyers.wish(1).key("one", "other").order())).reason());
    assertEquals(
        Reason.UNDER_WAY, refused(desk.place(Buyers.wish(1).key("two", "body").order())).reason());
    captured(placed.stream().filter(Placed::isFirst).findFirst().orElseThrow());
    Placed again = placed(desk.place(Buyers.wish(1).key("one", "body").order()));
    assertEquals(Optional.of(OrderStatus.PAID), again.settled());
    orders.cancel(again.number(), Actor.GUEST, "Changed my mind");
    assertEquals(again, desk.place(Buyers.wish(1).key("one", "body").order()));
  }

  @Test
  void isAnsweredAsAtFirstWhateverBecomesOfItThen() {
    GiftCardCode card = giftCard(5_000);
    buyers.put(1, "MUG", 1);
    buyers.put(2, "MUG", 1);
    PlaceOrder free = Buyers.wish(1).cards(card).key("one", "body").order();
    PlaceOrder later = Buyers.wish(2).by(PaymentMethod.TRANSFER).key("one", "body").order();
    for (PlaceOrder wish : List.of(free, later)) {
      orders.cancel(placed(desk.place(wish)).number(), Actor.GUEST, "Changed my mind");
    }
    assertEquals(Optional.of(OrderStatus.PAID), placed(desk.place(free)).settled());
    assertEquals(Optional.of(OrderStatus.PLACED), placed(desk.place(later)).settled());
  }

  @Test
  void forgetsCallsAfterTwoDays() {
    shop.execute(
        "INSERT INTO idempotency_key (key_hash, body_hash, created_at)"
            + " SELECT sha256(int8send(n)), sha256(int8send(n)), now() - n * interval '1 hour' FROM generate_series(1, 600) n");
    PurgeRounds.run(service::forgetCalls);
    assertEquals(47, shop.number("SELECT count(*) FROM idempotency_key"));
  }

  @Test
  void isRefusedAgainWhereItWasRefusedBefore() {
    buyers.put(1, "LAMP", 9);
    Placing first = desk.place(Buyers.wish(1).key("one", "body").order());
    assertEquals(List.of(new Shortage("LAMP", 9, 5)), refused(first).shortages());
    shop.execute("UPDATE product_variant SET available = 10");
    assertEquals(first, desk.place(Buyers.wish(1).key("one", "body").order()));
    placed(desk.place(Buyers.wish(1).key("two", "body").order()));
  }

  @Test
  void saysWhatIsWrong() {
    assertEquals(Reason.EMPTY, refused(desk.place(Buyers.wish(1).order())).reason());
    buyers.put(1, "LAMP", 1);
    Refused address = refused(desk.place(Buyers.wish(1).postalCode("1").order()));
    assertEquals("10115", address.faults().get(0).example());
    Refused price = refused(desk.place(Buyers.wish(1).expected("EUR 20.00").order()));
    assertEquals(Money.parse("EUR 24.90"), price.total());
    Refused coupon = refused(desk.place(Buyers.wish(1).coupon("nope").order()));
    assertEquals(CouponFault.UNKNOWN, coupon.coupon());
    assertEquals(
        Reason.GIFT_CARD,
        refused(desk.place(Buyers.wish(1).cards(GiftCardCode.random()).order())).reason());
    assertEquals(
        Reason.STALE,
        refused(desk.place(Buyers.wish(1).token(UUID.randomUUID()).order())).reason());
    assertEquals(0, shop.number("SELECT count(*) FROM shop_order"));
    assertEquals("5 0 0 5", numbers("LAMP"));
  }

  @Test
  void givesABuyerWhoWasDeclinedAnotherTry() {
    coupon("TENTH", "PERCENT", "percent", "10", 1, 1);
    buyers.put(1, "LAMP", 5);
    UUID token = checkouts.begin(Buyers.cart(1), Optional.empty(), "de").orElseThrow().token();
    Placed first = placed(desk.place(Buyers.wish(1).token(token).coupon("tenth").order()));
    assertEquals(Step.FAIL, report(first, ProviderReport.of(Kind.DECLINED)));
    assertEquals("0 5 0 5", numbers("LAMP"), "held for another try");
    assertEquals(0, shop.number("SELECT used FROM coupon"));
    UUID next = checkouts.begin(Buyers.cart(1), Optional.empty(), "de").orElseThrow().token();
    assertNotEquals(token, next);
    assertEquals(
        first.number(),
        placed(desk.place(Buyers.wish(1).token(token).order())).number(),
        "the first page has its first answer");
    Placed second = placed(desk.place(Buyers.wish(1).token(next).coupon("TENTH").order()));
    assertNotEquals(first.number(), second.number());
    captured(second);
    assertEquals("0 0 5 5", numbers("LAMP"));
    assertEquals(Step.NOTHING, report(first, ProviderReport.of(Kind.DECLINED)));
    assertEquals(
        Step.GIVE_BACK_STRAY, captured(first), "money of an attempt that is over is nobody's");
  }

  @Test
  void countsACouponNoMoreOftenThanAllowed() throws Exception {
    coupon("TENTH", "PERCENT", "percent", "10", 7, 1);
    int many = 100;
    buyers.putEach(many, "MUG");
    List<Placing> placings =
        buyers.all(many, buyer -> desk.place(Buyers.wish(buyer).coupon("TENTH").order()));
    assertEquals(7, placings.stream().filter(Placed.class::isInstance).count());
    assertTrue(
        placings.stream()
            .filter(Refused.class::isInstance)
            .allMatch(p -> ((Refused) p).coupon() == CouponFault.USED_UP));
    assertEquals(7 * 120, shop.number("SELECT sum(discount_minor) FROM shop_order"));
  }

  @Test
  void countsACouponNoMoreOftenForOnePersonThanAllowed() throws Exception {
    coupon("AGAIN", "AMOUNT", "amount_minor", "500", null, 2);
    int many = 40;
    buyers.putEach(many, "MUG");
    List<Placing> placings =
        buyers.all(
            many,
            buyer ->
                desk.place(
                    Buyers.wish(buyer)
                        .email(buyer % 2 == 0 ? "Same@mail.example" : "same@mail.example")
                        .coupon("again")
                        .order()));
    assertEquals(2, placings.stream().filter(Placed.class::isInstance).count());
    assertTrue(
        placings.stream()
            .filter(Refused.class::isInstance)
            .allMatch(p -> ((Refused) p).coupon() == CouponFault.USED_BY_YOU));
  }

  @Test
  void takesFromAGiftCardNoMoreThanItHas() throws Exception {
    GiftCardCode card = giftCard(5_000);
    int many = 40;
    buyers.putEach(many, "MUG");
    List<Placing> placings =
        buyers.all(many, buyer -> desk.place(Buyers.wish(buyer).cards(card).order()));
    // 12.00 and 4.90 for delivery each: two whole ones, a third in part; nobody else gets any.
    assertEquals(3, placings.stream().filter(Placed.class::isInstance).count());
    assertEquals(0, shop.number("SELECT balance_minor FROM gift_card"));
    assertEquals(2, shop.number("SELECT count(*) FROM shop_order WHERE status = 'PAID'"));
    assertEquals(70, shop.number("SELECT amount_minor FROM payment"));
    OrderNumber paid =
        new OrderNumber(shop.number("SELECT min(number) FROM shop_order WHERE status = 'PAID'"));
    orders.cancel(paid, Actor.GUEST, "Changed my mind");
    assertEquals(1_690, shop.number("SELECT balance_minor FROM gift_card"));
  }

  @Test
  void waitsForNobodyInACircle() throws Exception {
    shop.execute("UPDATE product_variant SET available = 1000");
    int many = 200;
    for (int buyer = 1; buyer <= many; buyer++) {
      buyers.put(buyer, buyer % 2 == 0 ? "LAMP" : "MUG", 1);
      buyers.put(buyer, buyer % 2 == 0 ? "MUG" : "LAMP", 1);
    }
    List<Placed> placed = buyers.all(many, buyer -> placed(desk.place(Buyers.wish(buyer).order())));
    assertEquals(many, placed.stream().map(Placed::number).distinct().count());
    assertEquals("800 0 200 1000", numbers("LAMP"));
  }

  @Test
  void agreesWithTheMoneyWhenItIsCancelledWhileItIsPaid() throws Exception {
    int many = 60;
    buyers.putEach(many, "MUG");
    List<Placed> placed = buyers.all(many, buyer -> placed(desk.place(Buyers.wish(buyer).order())));
    buyers.all(
        3 * many,
        i -> {
          Placed one = placed.get((i - 1) / 3);
          return switch (i % 3) {
            case 0 -> captured(one).name();
            case 1 -> cancel(one.number());
            default ->
                report(one, ProviderReport.authorised(one.payment().orElseThrow().amount())).name();
          };
        });
    assertEquals("", buyers.brokenPromises());
    assertEquals(
        many,
        shop.number("SELECT count(*) FROM shop_order WHERE status = 'CANCELLED'"),
        "a buyer may cancel what is paid and not packed");
    assertEquals(
        shop.number("SELECT sum(captured_minor) FROM payment"),
        shop.number("SELECT sum(amount_minor) FROM refund"));
    assertEquals("1000 0 0 1000", numbers("MUG"));
  }

  @Test
  void isSoldOrExpiresAndNeverBoth() throws Exception {
    int many = 60;
    buyers.putEach(many, "MUG");
    for (int buyer = 1; buyer <= many; buyer++) {
      checkouts.begin(Buyers.cart(buyer), Optional.empty(), "de");
      checkouts.hold(Buyers.cart(buyer));
    }
    shop.execute("UPDATE reservation SET expires_at = now()");
    buyers.all(
        2 * many,
        i -> i % 2 == 0 ? inventory.expire(5) : placed(desk.place(Buyers.wish(i / 2 + 1).order())));
    assertEquals("940 0 60 1000", numbers("MUG"));
  }

  @Test
  void readsTheCartAsItIsWhenItIsPlaced() throws Exception {
    int many = 40;
    buyers.putEach(many, "MUG");
    buyers.all(
        2 * many,
        i -> {
          int buyer = (i + 1) / 2;
          if (i % 2 == 0) {
            shop.execute(
                "UPDATE cart_line SET quantity = 3 WHERE cart_id = (SELECT id FROM cart WHERE id = "
                    + Buyers.cart(buyer)
                    + " FOR NO KEY UPDATE)");
            return "changed";
          }
          return desk.place(Buyers.wish(buyer).order());
        });
    assertEquals(
        0,
        shop.number(
            "SELECT count(*) FROM order_line WHERE quantity NOT IN (1, 3) OR items_minor <> quantity * 1200"));
    assertEquals(
        many,
        shop.number(
            "SELECT count(*) FROM payment p JOIN shop_order o ON o.number = p.order_number WHERE p.amount_minor = o.total_minor"));
  }

  @Test
  void goesOnWithTheCartOfWhoSignsIn() {
    people.none();
    long jo = people.register("jo@mail.example");
    CartToken token = carts.add(CartOwner.guest(Optional.empty()), "LAMP", 5).token().orElseThrow();
    long guests = shop.number("SELECT id FROM cart");
    UUID attempt = checkouts.begin(guests, Optional.empty(), "en").orElseThrow().token();
    checkouts.hold(guests);
    merging.merge(jo, token);
    long own = shop.number("SELECT id FROM cart WHERE customer_id = " + jo);
    assertEquals(attempt, checkouts.begin(own, Optional.of(jo), "en").orElseThrow().token());
    inventory.expire(5);
    assertEquals("0 5 0 5", numbers("LAMP"), "what was held is held");
  }

  @Test
  void anOrderThatIsBeingPaidComesAlongWithItsCart() {
    people.none();
    long jo = people.register("jo@mail.example");
    carts.add(CartOwner.customer(jo), "MUG", 2);
    long own = shop.number("SELECT id FROM cart WHERE customer_id = " + jo);
    checkouts.begin(own, Optional.of(jo), "en");
    checkouts.hold(own);
    CartToken token = carts.add(CartOwner.guest(Optional.empty()), "LAMP", 1).token().orElseThrow();
    long guests = shop.number("SELECT id FROM cart WHERE customer_id IS NULL");
    Placed placed = placed(desk.place(Buyers.wish(1).of(guests).order()));
    merging.merge(jo, token);
    assertEquals(Reason.UNDER_WAY, refused(desk.place(Buyers.wish(2).of(own).order())).reason());
    await()
        .untilAsserted(
            () -> {
              inventory.expire(5);
              assertEquals("1000 0 0 1000", numbers("MUG"), "what was held besides is free");
            });
    captured(placed);
    assertEquals("MUG", text(CART), "what is paid has left the cart");
    assertEquals("4 0 1 5", numbers("LAMP"));
  }

  @Test
  void emptiesTheCartIntoWhichItsOwnIsMergedMeanwhile() throws Exception {
    buyers.put(1, "LAMP", 1);
    buyers.put(2, "MUG", 1);
    Placed placed = placed(desk.place(Buyers.wish(1).order()));
    buyers.all(
        2,
        i -> {
          if (i == 1) {
            // As a merge does it, and slowly enough that the other one waits for it.
            shop.execute(
                """
                DO $$ BEGIN
                  PERFORM FROM cart WHERE id IN (%1$d, %2$d) ORDER BY id FOR NO KEY UPDATE;
                  UPDATE checkout SET cart_id = %2$d WHERE cart_id = %1$d;
                  UPDATE cart_line SET cart_id = %2$d WHERE cart_id = %1$d;
                  DELETE FROM cart WHERE id = %1$d;
                  FOR look IN 1..250 LOOP
                    PERFORM pg_sleep(0.02);
                    EXIT WHEN EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted);
                  END LOOP;
                END $$
                """
                    .formatted(Buyers.cart(1), Buyers.cart(2)));
            return "merged";
          }
          await()
              .until(
                  () ->
                      shop.number(
                              "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                          > 0);
          return captured(placed).name();
        });
    assertEquals("MUG", text(CART));
  }

  @Test
  void waitsDaysForATransfer() {
    buyers.put(1, "LAMP", 1);
    Placed placed = placed(desk.place(Buyers.wish(1).by(PaymentMethod.TRANSFER).order()));
    assertTrue(placed.payment().isEmpty());
    assertEquals(0, shop.number("SELECT count(*) FROM cart_line"));
    assertEquals(
        1,
        shop.number("SELECT count(*) FROM shop_order WHERE pay_until > now() + interval '2 days'"));
  }

  @Test
  void whatIsPutInWhileATransferIsAwaitedStays() {
    buyers.put(1, "LAMP", 1);
    Placed placed = placed(desk.place(Buyers.wish(1).by(PaymentMethod.TRANSFER).order()));
    buyers.put(1, "LAMP", 1);
    payments.note(
        shop.number("SELECT id FROM payment"),
        ProviderReport.captured(
            Money.ofMinor(CurrencyUnit.EUR, shop.number("SELECT amount_minor FROM payment"))),
        null,
        false,
        Actor.SHOP);
    assertEquals("PAID", shop.text("SELECT status FROM shop_order").orElseThrow());
    assertEquals(placed.number().value(), shop.number("SELECT number FROM shop_order"));
    assertEquals(1, shop.number("SELECT count(*) FROM cart_line"));
  }

  @Test
  void guestsOrderByTransferOnlySoOftenForOneAddress() {
    String stranger = "stranger@mail.example";
    int free = ThrottleKind.TRANSFER_ORDER.free();
    buyers.putEach(free + 2, "MUG");
    for (int i = 0; i < 2 * free; i++) {
      // Where there is no order, nothing is counted.
      refused(desk.place(Buyers.wish(99).by(PaymentMethod.TRANSFER).email(stranger).order()));
    }
    for (int buyer = 1; buyer <= free + 1; buyer++) {
      placed(desk.place(Buyers.wish(buyer).by(PaymentMethod.TRANSFER).email(stranger).order()));
    }
    PlaceOrder next =
        Buyers.wish(free + 2).by(PaymentMethod.TRANSFER).email("Stranger@mail.example").order();
    assertThrows(TooManyAttemptsException.class, () -> desk.place(next));
    assertEquals(free + 1, shop.number("SELECT count(*) FROM shop_order"));
    placed(desk.place(Buyers.wish(free + 2).email(stranger).order()));
  }

  @Test
  void movesOnlyAsItMay() {
    buyers.put(1, "LAMP", 1);
    Placed placed = placed(desk.place(Buyers.wish(1).order()));
    captured(placed);
    assertThrows(
        IllegalMoveException.class, () -> orders.pay(placed.number(), Actor.SHOP, "Again"));
    assertThrows(
        IllegalMoveException.class, () -> orders.giveUp(placed.number(), Actor.SHOP, "Too late"));
    assertThrows(
        ConstraintViolationException.class,
        () -> orders.cancel(placed.number(), Actor.GUEST, "Two\nlines"));
    orders.cancel(placed.number(), Actor.GUEST, "Changed my mind");
    assertThrows(
        IllegalMoveException.class, () -> orders.pay(placed.number(), Actor.SHOP, "Again"));
    assertEquals(
        "PLACED PAID CANCELLED",
        text("SELECT string_agg(to_status, ' ' ORDER BY id) FROM order_event"));
    assertEquals(2490, shop.number("SELECT amount_minor FROM refund WHERE who = 'guest'"));
  }

  @Test
  void isGuardedByTheDatabaseItself() {
    buyers.put(1, "LAMP", 1);
    OrderNumber number = placed(desk.place(Buyers.wish(1).order())).number();
    for (String wrong :
        List.of(
            "UPDATE shop_order SET status = 'PACKED'",
            "UPDATE shop_order SET total_minor = 1, due_minor = 1",
            "INSERT INTO shipment (order_number, status_by) VALUES ("
                + number.value()
                + ", 'shop')",
            "INSERT INTO payment (order_number, method, provider, status_by, currency, amount_minor) VALUES ("
                + number.value()
                + ", 'card', 'demo', 'shop', 'EUR', 1)",
            "UPDATE payment SET captured_minor = 1, status = 'CAPTURED'",
            "UPDATE payment SET refunded_minor = 1, status = 'PARTLY_REFUNDED'",
            "DELETE FROM shop_order")) {
      assertThrows(Fixture.Refused.class, () -> shop.execute(wrong), wrong);
    }
  }

  @Test
  void needsFewStatements() {
    shop.execute("UPDATE product_variant SET available = 1000");
    buyers.putEach(Fixture.RUNS, "MUG");
    // Mails of tests before would be sent meanwhile, with statements of their own.
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                shop.number(
                        "SELECT count(*) FROM mail WHERE sent_at IS NULL AND given_up_at IS NULL")
                    == 0);
    int[] buyer = {0};
    long statements =
        shop.statementsOf(() -> placed(desk.place(Buyers.wish(++buyer[0]).key("k", "b").order())));
    assertTrue(statements <= 10, () -> statements + " statements");
  }

  private static final String CART =
      "SELECT string_agg(v.sku, ' ') FROM cart_line l JOIN product_variant v ON v.id = l.variant_id";

  private Step captured(Placed placed) {
    return report(placed, ProviderReport.captured(placed.payment().orElseThrow().amount()));
  }

  private Step report(Placed placed, ProviderReport report) {
    long payment = placed.payment().orElseThrow().id();
    return payments.note(payment, report, "demo-" + payment, false, DEMO);
  }

  private String cancel(OrderNumber number) {
    orders.cancel(number, Actor.GUEST, "Changed my mind");
    return "cancelled";
  }

  private static Placed placed(Placing placing) {
    return assertInstanceOf(Placed.class, placing, placing::toString);
  }

  private static Refused refused(Placing placing) {
    return assertInstanceOf(Refused.class, placing, placing::toString);
  }

  private void coupon(
      String code, String kind, String column, String value, Integer total, Integer person) {
    shop.execute(
        "INSERT INTO coupon (code, kind, %s, currency, total_limit, person_limit) VALUES ('%s', '%s', %s, 'EUR', %s, %s)"
            .formatted(column, code, kind, value, total, person));
  }

  private GiftCardCode giftCard(long minor) {
    GiftCardCode code = GiftCardCode.random();
    shop.execute(
        "INSERT INTO gift_card (code_hash, last_four, currency, initial_minor, balance_minor) VALUES (decode('%s', 'hex'), '%s', 'EUR', %d, %d)"
            .formatted(HexFormat.of().formatHex(code.hash()), code.lastFour(), minor, minor));
    return code;
  }

  private String text(String sql) {
    return shop.text(sql).orElse("");
  }

  /** Available, reserved, sold, received. */
  private String numbers(String sku) {
    return text(
        "SELECT concat_ws(' ', available, reserved, sold, received) FROM product_variant WHERE sku = '%s'"
            .formatted(sku));
  }
}
