package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.checkout.GiftCardCode;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.IllegalMoveException;
import shop.emporium.ejb.checkout.OrderDesk;
import shop.emporium.ejb.checkout.Placing.Placed;
import shop.emporium.ejb.order.Carriage;
import shop.emporium.ejb.order.FulfilmentService;
import shop.emporium.ejb.order.OrderException;
import shop.emporium.ejb.order.OrderFault;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.ejb.order.OrderedPieces;
import shop.emporium.ejb.order.ReturnService;
import shop.emporium.ejb.order.UnknownOrderException;
import shop.emporium.ejb.payment.PaymentService;
import shop.emporium.ejb.payment.RepaymentAnswer;

/** Parcels, returns and refunds: who moves what when, and the sums in the end. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class FulfilmentIT {

  private static final Actor DEMO = Actor.provider("demo");
  private static final Actor ANN = Actor.staff(3);
  private static final Carriage POST = new Carriage("Postbird", "PB 4471");

  @Inject private Fixture shop;
  @Inject private Buyers buyers;
  @Inject private People people;
  @Inject private OrderDesk desk;
  @Inject private OrderService orders;
  @Inject private OrderLookup lookup;
  @Inject private PaymentService payments;
  @Inject private FulfilmentService fulfilment;
  @Inject private ReturnService returns;

  @BeforeEach
  void stock() {
    people.none();
    buyers.stock(
        "lamp,Lamp,,Tindra,Home,,Colour,Red,LAMP,500,20.00,,active",
        "mug,Mug,,Tindra,Kitchen,,Title,Default Title,MUG,1000,12.00,,active");
    shop.execute("TRUNCATE invoice CASCADE");
    shop.execute("UPDATE invoice_counter SET last = 10000");
  }

  @AfterEach
  void everyPromiseHolds() {
    assertEquals("", buyers.brokenPromises());
  }

  @Test
  void aParcelGoesFromTheShelfToTheDoor() {
    OrderNumber number = paid(1, "LAMP", 2);
    long parcel = fulfilment.pack(number, List.of(), ANN, "");
    assertEquals(OrderStatus.PACKED, status(number));
    fulfilment.ship(number, parcel, POST, ANN, "");
    assertEquals(OrderStatus.SHIPPED, status(number));
    fulfilment.deliver(number, parcel, ANN, "Told by the carrier");
    OrderView order = view(number);
    assertEquals(OrderStatus.DELIVERED, order.status());
    assertEquals("PB 4471", order.parcels().get(0).tracking());
    assertEquals(2, order.lines().get(0).returnable());
    assertEquals(
        "PLACED guest, PAID provider:demo, PACKED staff:3, SHIPPED staff:3, DELIVERED staff:3 Told by the carrier",
        text(
            "SELECT string_agg(concat_ws(' ', to_status, who, nullif(why, '')), ', ' ORDER BY id) FROM order_event"));
    assertEquals(
        "PACKED, SHIPPED, DELIVERED",
        text("SELECT string_agg(to_status, ', ' ORDER BY id) FROM shipment_event"));
    assertEquals(10001L, order.invoice());
    assertEquals(
        "order-confirmed, order-shipped, order-delivered",
        text("SELECT string_agg(template, ', ' ORDER BY id) FROM seen_mail"));
    assertEquals(0, shop.number("SELECT count(*) FROM seen_mail WHERE link NOT LIKE '%?key=%'"));
  }

  @Test
  void anOrderIsSentInParts() {
    buyers.put(1, "MUG", 1);
    OrderNumber number = paid(1, "LAMP", 3);
    long first = fulfilment.pack(number, List.of(new OrderedPieces("LAMP", 2)), ANN, "");
    fulfilment.ship(number, first, POST, ANN, "");
    assertEquals(OrderStatus.PACKED, status(number), "the rest is here");
    fulfilment.deliver(number, first, ANN, "");
    assertEquals(OrderStatus.PACKED, status(number));
    assertFault(
        OrderFault.NOT_THAT_MANY,
        () -> fulfilment.pack(number, List.of(new OrderedPieces("LAMP", 2)), ANN, ""));
    assertFault(
        OrderFault.UNKNOWN_LINE,
        () -> fulfilment.pack(number, List.of(new OrderedPieces("NONE", 1)), ANN, ""));
    long second = fulfilment.pack(number, List.of(), ANN, "");
    assertFault(OrderFault.NOTHING_LEFT, () -> fulfilment.pack(number, List.of(), ANN, ""));
    fulfilment.ship(number, second, new Carriage("By hand", ""), ANN, "");
    assertEquals(OrderStatus.SHIPPED, status(number));
    fulfilment.deliver(number, second, ANN, "");
    assertEquals(OrderStatus.DELIVERED, status(number));
    assertEquals(
        "1 MUG, 3 LAMP",
        text(
            "SELECT string_agg(pieces || ' ' || sku, ', ' ORDER BY pieces) FROM (SELECT l.sku, sum(s.quantity) AS pieces"
                + " FROM shipment_line s JOIN order_line l USING (order_number, position) GROUP BY l.sku) p"));
    assertEquals(2, shop.number("SELECT count(*) FROM seen_mail WHERE template = 'order-shipped'"));
    assertEquals(1, shop.number("SELECT count(*) FROM invoice"));
  }

  @Test
  void nothingMovesAsItMayNot() {
    buyers.put(1, "LAMP", 1);
    Placed unpaid = assertInstanceOf(Placed.class, desk.place(Buyers.wish(1).order()));
    assertThrows(
        IllegalMoveException.class, () -> fulfilment.pack(unpaid.number(), List.of(), ANN, ""));
    OrderNumber number = paid(2, "LAMP", 2);
    long parcel = fulfilment.pack(number, List.of(), ANN, "");
    assertThrows(IllegalMoveException.class, () -> orders.cancel(number, Actor.GUEST, "Too late"));
    assertThrows(IllegalMoveException.class, () -> fulfilment.deliver(number, parcel, ANN, ""));
    fulfilment.reopen(number, parcel, ANN, "The wrong box");
    assertEquals(OrderStatus.PAID, status(number));
    assertFault(OrderFault.UNKNOWN_PARCEL, () -> fulfilment.ship(number, parcel, POST, ANN, ""));
    long again = fulfilment.pack(number, List.of(), ANN, "");
    assertFault(
        OrderFault.UNKNOWN_PARCEL, () -> fulfilment.ship(unpaid.number(), again, POST, ANN, ""));
    fulfilment.ship(number, again, POST, ANN, "");
    assertThrows(IllegalMoveException.class, () -> fulfilment.ship(number, again, POST, ANN, ""));
    assertThrows(IllegalMoveException.class, () -> fulfilment.reopen(number, again, ANN, ""));
    assertThrows(IllegalMoveException.class, () -> fulfilment.pack(number, List.of(), ANN, ""));
    assertThrows(
        UnknownOrderException.class, () -> fulfilment.pack(new OrderNumber(1), List.of(), ANN, ""));
    OrderNumber other = paid(3, "LAMP", 1);
    long opened = fulfilment.pack(other, List.of(), ANN, "");
    fulfilment.reopen(other, opened, ANN, "");
    orders.cancel(other, Actor.GUEST, "Changed my mind");
    assertEquals(2490, shop.number("SELECT sum(amount_minor) FROM refund"));
  }

  @Test
  void ofCancelAndShipExactlyOneWins() throws Exception {
    int many = 60;
    buyers.putEach(many, "MUG");
    List<OrderNumber> numbers =
        buyers.all(
            many,
            buyer -> {
              Placed placed =
                  assertInstanceOf(Placed.class, desk.place(Buyers.wish(buyer).order()));
              capture(placed);
              return placed.number();
            });
    List<Boolean> won =
        buyers.all(
            2 * many,
            i -> {
              OrderNumber number = numbers.get((i - 1) / 2);
              try {
                if (i % 2 == 0) {
                  orders.cancel(number, Actor.GUEST, "Changed my mind");
                } else {
                  fulfilment.ship(
                      number, fulfilment.pack(number, List.of(), ANN, ""), POST, ANN, "");
                }
                return true;
              } catch (IllegalMoveException late) {
                return false;
              }
            });
    assertEquals(many, won.stream().filter(one -> one).count());
    assertEquals(
        many,
        shop.number("SELECT count(*) FROM shop_order WHERE status IN ('CANCELLED', 'SHIPPED')"));
    assertEquals(
        0,
        shop.number(
            "SELECT count(*) FROM shop_order o WHERE (status = 'SHIPPED') <> EXISTS (SELECT 1 FROM shipment s WHERE s.order_number = o.number AND s.status = 'SHIPPED')"));
    assertEquals(
        shop.number("SELECT count(*) FROM shop_order WHERE status = 'CANCELLED'"),
        shop.number("SELECT count(*) FROM refund"));
  }

  @Test
  void refundsOfPiecesSumUpToTheWhole() {
    shop.execute(
        "INSERT INTO coupon (code, kind, amount_minor, currency) VALUES ('SEVEN', 'AMOUNT', 700, 'EUR')");
    buyers.put(1, "MUG", 3);
    buyers.put(1, "LAMP", 1);
    Placed placed =
        assertInstanceOf(Placed.class, desk.place(Buyers.wish(1).coupon("SEVEN").order()));
    capture(placed);
    OrderNumber number = placed.number();
    ship(number);
    for (String sku : List.of("MUG", "LAMP", "MUG")) {
      long id =
          returns.ask(
              number,
              List.of(new OrderedPieces(sku, 1)),
              ReturnReason.DAMAGED,
              "A crack",
              Actor.GUEST);
      returns.accept(number, id, sku.equals("MUG"), ANN, "");
    }
    assertEquals(OrderStatus.SHIPPED, status(number), "a mug is still there");
    assertFault(
        OrderFault.NOT_THAT_MANY,
        () ->
            returns.ask(
                number, List.of(new OrderedPieces("MUG", 2)), ReturnReason.OTHER, "", Actor.GUEST));
    long last =
        returns.ask(
            number, List.of(new OrderedPieces("MUG", 1)), ReturnReason.OTHER, "", Actor.GUEST);
    returns.accept(number, last, true, ANN, "");
    OrderView order = view(number);
    assertEquals(OrderStatus.RETURNED, order.status());
    assertEquals(order.totals().total(), order.payment().refunding());
    assertEquals(
        order.totals().total().getAmountMinorLong(),
        shop.number("SELECT sum(refund_minor) FROM order_return"));
    assertEquals("1000 0", stockOf("MUG"));
    assertEquals("499 1", stockOf("LAMP"), "the lamp was broken");
    assertEquals(
        4, shop.number("SELECT count(*) FROM seen_mail WHERE template = 'return-accepted'"));
    assertThrows(IllegalMoveException.class, () -> returns.accept(number, last, true, ANN, ""));
  }

  @Test
  void aReturnIsRefusedWithAReason() {
    OrderNumber number = paid(1, "LAMP", 2);
    assertFault(
        OrderFault.NOT_THAT_MANY,
        () ->
            returns.ask(
                number,
                List.of(new OrderedPieces("LAMP", 1)),
                ReturnReason.OTHER,
                "",
                Actor.GUEST));
    ship(number);
    long id =
        returns.ask(
            number, List.of(new OrderedPieces("LAMP", 2)), ReturnReason.OTHER, "", Actor.GUEST);
    assertEquals(0, view(number).lines().get(0).returnable());
    returns.refuse(number, id, ANN, "It was used");
    assertEquals("It was used", view(number).returns().get(0).answer());
    assertEquals(2, view(number).lines().get(0).returnable());
    assertThrows(IllegalMoveException.class, () -> returns.accept(number, id, true, ANN, ""));
    assertFault(OrderFault.UNKNOWN_RETURN, () -> returns.refuse(number, 1 << 30, ANN, "No"));
    assertEquals(
        "return-asked, return-refused",
        text(
            "SELECT string_agg(template, ', ' ORDER BY id) FROM seen_mail WHERE template LIKE 'return%'"));
  }

  @Test
  void aParcelThatComesBackGivesItsMoneyBack() {
    OrderNumber number = paid(1, "LAMP", 2);
    long parcel = fulfilment.pack(number, List.of(), ANN, "");
    fulfilment.ship(number, parcel, POST, ANN, "");
    fulfilment.takeBack(number, parcel, true, ANN, "Nobody was at home");
    OrderView order = view(number);
    assertEquals(OrderStatus.RETURNED, order.status());
    assertEquals(Money.parse("EUR 44.90"), order.payment().refunding());
    assertEquals("500 0", stockOf("LAMP"));
    assertEquals(ReturnReason.UNDELIVERABLE, order.returns().get(0).reason());
    assertThrows(
        IllegalMoveException.class, () -> fulfilment.takeBack(number, parcel, true, ANN, ""));
  }

  @Test
  void piecesComeBackByTheirParcelOrByAReturnNotByBoth() {
    OrderNumber number = paid(1, "LAMP", 2);
    long parcel = fulfilment.pack(number, List.of(), ANN, "");
    fulfilment.ship(number, parcel, POST, ANN, "");
    long id =
        returns.ask(
            number, List.of(new OrderedPieces("LAMP", 1)), ReturnReason.OTHER, "", Actor.GUEST);
    assertFault(
        OrderFault.RETURNED_OTHERWISE,
        () -> fulfilment.takeBack(number, parcel, true, ANN, "Nobody was at home"));
    fulfilment.deliver(number, parcel, ANN, "");
    returns.accept(number, id, true, ANN, "");
    assertFault(
        OrderFault.RETURNED_OTHERWISE,
        () -> fulfilment.takeBack(number, parcel, true, ANN, "Back"));
    assertEquals("499 1", stockOf("LAMP"));
  }

  @Test
  void moneyThatComesBackToAGiftCardCanBeSpent() {
    GiftCardCode card = giftCard(3000);
    buyers.put(1, "LAMP", 2);
    Placed placed = assertInstanceOf(Placed.class, desk.place(Buyers.wish(1).cards(card).order()));
    shop.execute("UPDATE gift_card SET valid_until = now() - interval '1 day'");
    orders.cancel(placed.number(), Actor.SHOP, "Not paid in time");
    assertEquals(3000, shop.number("SELECT balance_minor FROM gift_card"));
    assertEquals(
        1,
        shop.number(
            "SELECT count(*) FROM gift_card WHERE valid_until > now() + interval '80 days'"));
  }

  @Test
  void noMoreIsGivenBackThanWasPaid() throws Exception {
    OrderNumber number = paid(1, "LAMP", 2);
    ship(number);
    List<Boolean> given =
        buyers.all(
            30,
            i -> {
              try {
                returns.refund(number, Money.parse("EUR 10.00"), ANN, "A scratch");
                return true;
              } catch (OrderException tooMuch) {
                assertEquals(OrderFault.TOO_MUCH_MONEY, tooMuch.getFault());
                return false;
              }
            });
    assertEquals(4, given.stream().filter(one -> one).count(), "of 44.90");
    assertFault(
        OrderFault.TOO_MUCH_MONEY,
        () -> returns.refund(number, Money.parse("USD 1.00"), ANN, "Another currency"));
    long id =
        returns.ask(
            number, List.of(new OrderedPieces("LAMP", 2)), ReturnReason.OTHER, "", Actor.GUEST);
    returns.accept(number, id, true, ANN, "");
    assertEquals(4490, shop.number("SELECT refunding_minor FROM payment"));
    assertEquals(490, shop.number("SELECT refund_minor FROM order_return"));
  }

  @Test
  void giftCardsGetTheirPartBackAfterThePayment() {
    GiftCardCode card = giftCard(3000);
    buyers.put(1, "LAMP", 2);
    Placed placed = assertInstanceOf(Placed.class, desk.place(Buyers.wish(1).cards(card).order()));
    capture(placed);
    OrderNumber number = placed.number();
    ship(number);
    for (int i = 0; i < 2; i++) {
      long id =
          returns.ask(
              number, List.of(new OrderedPieces("LAMP", 1)), ReturnReason.OTHER, "", Actor.GUEST);
      returns.accept(number, id, true, ANN, "");
    }
    assertEquals(1490, shop.number("SELECT refunding_minor FROM payment"));
    assertEquals(3000, shop.number("SELECT balance_minor FROM gift_card"));
    assertEquals(OrderStatus.RETURNED, status(number));
  }

  @Test
  void aMailAboutACancellationNamesWhatGoesBackWithIt() {
    OrderNumber byCard = paid(1, "LAMP", 1);
    returns.refund(byCard, Money.parse("EUR 10.00"), ANN, "A delay");
    orders.cancel(byCard, ANN, "A longer delay");
    String amount =
        "SELECT amount FROM seen_mail WHERE template = 'order-cancelled-paid' ORDER BY id DESC";
    assertTrue(text(amount).startsWith("14,90"), text(amount));
    GiftCardCode card = giftCard(3000);
    buyers.put(2, "LAMP", 1);
    OrderNumber byGift =
        assertInstanceOf(Placed.class, desk.place(Buyers.wish(2).cards(card).order())).number();
    returns.refund(byGift, Money.parse("EUR 4.00"), ANN, "A delay");
    orders.cancel(byGift, ANN, "A longer delay");
    assertTrue(text(amount).startsWith("20,90"), text(amount));
  }

  @Test
  void eachMailIsSentOnceHoweverOftenItIsDue() throws Exception {
    buyers.put(1, "LAMP", 1);
    Placed placed = assertInstanceOf(Placed.class, desk.place(Buyers.wish(1).order()));
    buyers.all(
        30,
        i -> {
          capture(placed);
          return i;
        });
    assertEquals(1, shop.number("SELECT count(*) FROM seen_mail"));
    assertEquals(
        "Jo Doe",
        text("SELECT details ->> 'name' FROM seen_mail WHERE template = 'order-confirmed'"));
    assertTrue(
        text("SELECT details ->> 'rows' FROM seen_mail WHERE template = 'order-confirmed'")
            .contains("Lamp, Red"));
    orders.cancel(placed.number(), Actor.GUEST, "Changed my mind");
    assertEquals(
        "order-confirmed, order-cancelled-paid",
        text("SELECT string_agg(template, ', ' ORDER BY id) FROM seen_mail"));
    long refund = shop.number("SELECT id FROM refund");
    List<Boolean> noted =
        buyers.all(10, i -> payments.noteRefund(refund, RepaymentAnswer.done("re-1"), false, DEMO));
    assertEquals(1, noted.stream().filter(one -> one).count());
    assertEquals(
        1, shop.number("SELECT count(*) FROM seen_mail WHERE template = 'order-refunded'"));
  }

  private GiftCardCode giftCard(long minor) {
    GiftCardCode code = GiftCardCode.random();
    shop.execute(
        "INSERT INTO gift_card (code_hash, last_four, currency, initial_minor, balance_minor) VALUES (decode('%s', 'hex'), '%s', 'EUR', %d, %d)"
            .formatted(HexFormat.of().formatHex(code.hash()), code.lastFour(), minor, minor));
    return code;
  }

  private OrderNumber paid(int buyer, String sku, int quantity) {
    buyers.put(buyer, sku, quantity);
    Placed placed = assertInstanceOf(Placed.class, desk.place(Buyers.wish(buyer).order()));
    capture(placed);
    return placed.number();
  }

  private void capture(Placed placed) {
    long payment = placed.payment().orElseThrow().id();
    payments.note(
        payment,
        ProviderReport.captured(placed.payment().orElseThrow().amount()),
        "demo-" + payment,
        false,
        DEMO);
  }

  private void ship(OrderNumber number) {
    fulfilment.ship(number, fulfilment.pack(number, List.of(), ANN, ""), POST, ANN, "");
  }

  private OrderView view(OrderNumber number) {
    return lookup.find(number).orElseThrow();
  }

  private OrderStatus status(OrderNumber number) {
    return view(number).status();
  }

  private static void assertFault(OrderFault fault, Runnable move) {
    assertEquals(fault, assertThrows(OrderException.class, move::run).getFault());
  }

  /** Available, sold. */
  private String stockOf(String sku) {
    return text(
        "SELECT concat_ws(' ', available, sold) FROM product_variant WHERE sku = '%s'"
            .formatted(sku));
  }

  private String text(String sql) {
    return shop.text(sql).orElse("");
  }
}
