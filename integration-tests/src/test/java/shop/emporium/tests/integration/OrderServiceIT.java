package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.domain.order.ReturnReason;
import shop.emporium.domain.payment.ProviderReport;
import shop.emporium.domain.payment.ProviderReport.Kind;
import shop.emporium.domain.shared.Actor;
import shop.emporium.domain.shared.Secret;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.checkout.OrderDesk;
import shop.emporium.ejb.checkout.PaymentMethod;
import shop.emporium.ejb.checkout.Placing.Placed;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.order.Carriage;
import shop.emporium.ejb.order.FulfilmentService;
import shop.emporium.ejb.order.Invoice;
import shop.emporium.ejb.order.InvoiceService;
import shop.emporium.ejb.order.OrderException;
import shop.emporium.ejb.order.OrderFilter;
import shop.emporium.ejb.order.OrderHistory;
import shop.emporium.ejb.order.OrderLinks;
import shop.emporium.ejb.order.OrderLookup;
import shop.emporium.ejb.order.OrderService;
import shop.emporium.ejb.order.OrderSummary;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.ejb.order.OrderedPieces;
import shop.emporium.ejb.order.ReorderService;
import shop.emporium.ejb.order.Reordered;
import shop.emporium.ejb.order.ReturnService;
import shop.emporium.ejb.order.TrackService;
import shop.emporium.ejb.payment.PaymentService;

/** Orders after they are placed: who sees them, how they are found, told and forgotten. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class OrderServiceIT {

  private static final Actor DEMO = Actor.provider("demo");
  private static final Actor ANN = Actor.staff(3);

  @Inject private Fixture shop;
  @Inject private Buyers buyers;
  @Inject private People people;
  @Inject private OrderDesk desk;
  @Inject private OrderService orders;
  @Inject private OrderLookup lookup;
  @Inject private OrderLinks links;
  @Inject private OrderHistory history;
  @Inject private TrackService track;
  @Inject private ReorderService reorders;
  @Inject private ReturnService returns;
  @Inject private InvoiceService invoices;
  @Inject private FulfilmentService fulfilment;
  @Inject private PaymentService payments;
  @Inject private PrivacyService privacy;
  @Inject private CartService carts;

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
  void showsAnOrderToItsCustomerAndToWhoHasItsLinkOnly() {
    long jo = people.register("jo@mail.example");
    long ann = people.register("ann@mail.example");
    OrderNumber number = paid(1, "LAMP", 2);
    OrderNumber other = paid(2, "MUG", 1);
    give(number, jo);
    assertEquals(number, lookup.ofCustomer(jo, number).orElseThrow().number());
    assertTrue(lookup.ofCustomer(ann, number).isEmpty());
    assertTrue(lookup.ofCustomer(jo, other).isEmpty(), "a guest's is nobody's");
    Secret link = links.create(number);
    assertEquals(number, lookup.byLink(number, link).orElseThrow().number());
    assertTrue(lookup.byLink(other, link).isEmpty());
    assertTrue(lookup.byLink(number, Secret.random()).isEmpty());
    Secret brief = links.create(number, Duration.ofSeconds(-1));
    assertTrue(lookup.byLink(number, brief).isEmpty());
    assertEquals(1, links.purge());
    assertEquals(
        0,
        shop.number(
            "SELECT count(*) FROM order_link WHERE encode(token_hash, 'escape') LIKE '%"
                + link.value()
                + "%'"));
  }

  @Test
  void holdsAllThatAPageShows() {
    OrderNumber number = paid(1, "LAMP", 2);
    OrderView order = lookup.find(number).orElseThrow();
    assertEquals("EUR 44.90", order.totals().total().toString());
    assertEquals("EUR 4.90", order.delivery().toString());
    assertEquals("19", order.taxes().get(0).percent().toPlainString());
    assertEquals("EUR 7.17", order.taxes().get(0).tax().toString());
    assertEquals("lamp", order.lines().get(0).slug());
    assertEquals("Berlin", order.billTo().city());
    assertEquals(2, order.history().size());
    shop.execute("UPDATE product SET status = 'DRAFT'");
    assertEquals(null, lookup.find(number).orElseThrow().lines().get(0).slug());
    // Mails go out meanwhile, which takes statements too.
    await().untilAsserted(() -> assertEquals(1, shop.statementsOf(() -> lookup.find(number))));
  }

  @Test
  void listsAndFindsOrdersOfOneCustomer() {
    long jo = people.register("jo@mail.example");
    long ann = people.register("ann@mail.example");
    OrderNumber lamp = paid(1, "LAMP", 1);
    OrderNumber mug = paid(2, "MUG", 2);
    OrderNumber hers = paid(3, "MUG", 1);
    buyers.put(4, "MUG", 1);
    Placed declined = place(4, PaymentMethod.CARD);
    payments.note(
        declined.payment().orElseThrow().id(), ProviderReport.of(Kind.DECLINED), null, false, DEMO);
    give(lamp, jo);
    give(mug, jo);
    give(declined.number(), jo);
    give(hers, ann);
    orders.cancel(mug, Actor.customer(jo), "Changed my mind");
    shop.execute(
        "UPDATE shop_order SET placed_at = '2024-12-31 23:30:00+00' WHERE number = "
            + lamp.value());
    shop.execute(
        "UPDATE shop_order SET placed_at = '2026-06-01 12:00:00+00' WHERE number = " + mug.value());
    assertEquals(List.of(mug, lamp), numbers(jo, OrderFilter.all(10)), "what was declined is none");
    assertEquals(List.of(2026, 2025), history.years(jo), "by the calendar of the shop");
    assertEquals(List.of(lamp), numbers(jo, filter(Set.of(), 2025, "", 1, 10)));
    assertEquals(List.of(mug), numbers(jo, filter(Set.of(OrderStatus.CANCELLED), 0, "", 1, 10)));
    assertEquals(List.of(lamp), numbers(jo, filter(Set.of(), 0, "lAm", 1, 10)));
    assertEquals(
        List.of(mug), numbers(jo, filter(Set.of(), 0, mug.text().toLowerCase(Locale.ROOT), 1, 10)));
    assertEquals(List.of(), numbers(jo, filter(Set.of(), 0, hers.text(), 1, 10)));
    for (String nothing : List.of("%", "_", "\\", "'", "zzz")) {
      assertEquals(List.of(), numbers(jo, filter(Set.of(), 0, nothing, 1, 10)), nothing);
    }
    assertEquals(List.of(lamp), numbers(jo, filter(Set.of(), 0, "", 2, 1)));
    assertEquals(2, history.list(jo, filter(Set.of(), 0, "", 1, 1)).pages());
    await()
        .untilAsserted(
            () -> assertEquals(1, shop.statementsOf(() -> history.list(jo, OrderFilter.all(10)))));
  }

  @Test
  void opensByNumberAndAddressAndTellsNothingElse() {
    OrderNumber number = paid(1, "LAMP", 1);
    Caller home = Caller.of("203.0.113.9", "Browser");
    TrackService.Opened opened =
        track.open("em " + number.value(), " Buyer1@Mail.example ".strip(), home).orElseThrow();
    assertEquals(number, lookup.byLink(opened.number(), opened.link()).orElseThrow().number());
    assertEquals(
        1,
        shop.number(
            "SELECT count(*) FROM order_link WHERE expires_at < now() + interval '31 minutes'"));
    assertTrue(track.open(number.text(), "other@mail.example", home).isEmpty());
    assertTrue(track.open("EM-1", "buyer1@mail.example", home).isEmpty());
    assertTrue(track.open("x' OR 1=1", "", home).isEmpty());
    for (int i = 0; i < 4; i++) {
      assertTrue(track.open(number.text(), "guess" + i + "@mail.example", home).isEmpty());
    }
    assertThrows(
        TooManyAttemptsException.class,
        () -> {
          // The first wait is a second.
          for (int i = 4; i < 14; i++) {
            track.open(number.text(), "guess" + i + "@mail.example", home);
          }
        });
  }

  @Test
  void whatIsNoNumberMakesNobodyElseWait() {
    for (int i = 0; i < 20; i++) {
      Caller somebody = Caller.of("203.0.113." + i, "Browser");
      assertTrue(track.open("my order", "guess@mail.example", somebody).isEmpty());
    }
  }

  @Test
  void tellsWhereToTransferTheMoneyAndThatItCame() {
    buyers.put(1, "LAMP", 1);
    Placed placed = place(1, PaymentMethod.TRANSFER);
    assertEquals(
        "order-placed", text("SELECT string_agg(template, ', ' ORDER BY id) FROM seen_mail"));
    String rows = text("SELECT details ->> 'rows' FROM seen_mail");
    assertTrue(rows.contains("bank.iban"), rows);
    assertTrue(rows.contains(placed.number().text()), rows);
    long payment = shop.number("SELECT id FROM payment");
    payments.note(
        payment,
        ProviderReport.captured(lookup.find(placed.number()).orElseThrow().totals().due()),
        null,
        false,
        DEMO);
    assertEquals(
        "order-placed, payment-received",
        text("SELECT string_agg(template, ', ' ORDER BY id) FROM seen_mail"));
  }

  @Test
  void numbersInvoicesWithoutAGap() throws Exception {
    int many = 30;
    buyers.putEach(many, "MUG");
    List<OrderNumber> numbers =
        buyers.all(
            many,
            buyer -> {
              Placed placed = place(buyer, PaymentMethod.CARD);
              capture(placed);
              return placed.number();
            });
    // Each asked for three times at once, with attempts between that come to nothing.
    buyers.all(
        3 * many,
        i -> {
          if (i % 7 == 0) {
            assertThrows(
                Fixture.Refused.class,
                () ->
                    shop.execute(
                        "WITH one AS (INSERT INTO invoice (order_number) SELECT number FROM shop_order"
                            + " ORDER BY number DESC LIMIT 1 RETURNING number)"
                            + " SELECT 1 / (number - number) FROM one"));
          }
          return invoices.issue(numbers.get(i % many)).number();
        });
    assertEquals(many, shop.number("SELECT count(*) FROM invoice"));
    assertEquals(10001, shop.number("SELECT min(number) FROM invoice"));
    assertEquals(10000 + many, shop.number("SELECT max(number) FROM invoice"));
    Invoice one = invoices.issue(numbers.get(0));
    assertEquals(one.number(), invoices.issue(numbers.get(0)).number());
    for (String wrong :
        List.of(
            "DELETE FROM invoice",
            "UPDATE invoice SET number = number + 1",
            "INSERT INTO invoice (order_number) VALUES (" + numbers.get(0).value() + ")")) {
      assertThrows(Fixture.Refused.class, () -> shop.execute(wrong), wrong);
    }
    buyers.put(99, "MUG", 1);
    OrderNumber unpaid = place(99, PaymentMethod.CARD).number();
    assertThrows(OrderException.class, () -> invoices.issue(unpaid));
    assertThrows(
        Fixture.Refused.class,
        () -> shop.execute("INSERT INTO invoice (order_number) VALUES (" + unpaid.value() + ")"));
  }

  @Test
  void putsIntoTheCartAgainWhatCanBeHad() {
    long jo = people.register("jo@mail.example");
    buyers.put(1, "MUG", 5);
    OrderNumber number = paid(1, "LAMP", 2);
    shop.execute("UPDATE product_variant SET available = 3 WHERE sku = 'MUG'");
    shop.execute("UPDATE product SET status = 'DRAFT' WHERE slug = 'lamp'");
    OrderView order = lookup.find(number).orElseThrow();
    Reordered again = reorders.reorder(order, CartOwner.customer(jo));
    assertEquals(List.of("MUG"), again.added());
    assertEquals(3, carts.count(CartOwner.customer(jo)));
    assertEquals(
        Set.of(Reordered.Reason.FEWER, Reordered.Reason.NOT_SOLD),
        Set.copyOf(again.missing().stream().map(Reordered.Missing::reason).toList()));
    Reordered guests = reorders.reorder(order, CartOwner.guest(Optional.empty()));
    assertEquals(3, carts.count(CartOwner.guest(guests.token())));
    assertEquals(guests.token(), reorders.reorder(order, CartOwner.guest(guests.token())).token());
    assertEquals(3, carts.count(CartOwner.guest(guests.token())), "no more than there are");
    shop.execute("UPDATE product SET status = 'DRAFT'");
    long before = shop.number("SELECT count(*) FROM cart");
    assertTrue(reorders.reorder(order, CartOwner.guest(Optional.empty())).token().isEmpty());
    assertEquals(before, shop.number("SELECT count(*) FROM cart"), "nothing needs no cart");
  }

  @Test
  void putsAWholeOrderIntoTheCartInFewStatements() {
    int many = 20;
    shop.add(
        IntStream.range(0, many)
            .mapToObj(i -> "m%d,M,,T,H,,Title,Default Title,M%d,9,1.00,,active".formatted(i, i))
            .toArray(String[]::new));
    IntStream.range(0, many).forEach(i -> buyers.put(1, "M" + i, 1));
    OrderView order = lookup.find(paid(1, "LAMP", 1)).orElseThrow();
    long jo = people.register("jo@mail.example");
    assertEquals(many + 1, reorders.reorder(order, CartOwner.customer(jo)).added().size());
    // Some for the cart and for what is on sale, and one for each line that is changed.
    await()
        .untilAsserted(
            () ->
                assertTrue(
                    shop.statementsOf(() -> reorders.reorder(order, CartOwner.customer(jo)))
                        <= 2L * many));
  }

  @Test
  void forgetsWhoseOrdersTheseWereWhenTheyAreOver() {
    long jo = people.register("jo@mail.example");
    OrderNumber over = paid(1, "LAMP", 1);
    OrderNumber open = paid(2, "MUG", 2);
    shop.execute(
        "UPDATE shop_order SET email = 'jo@mail.example', email_key = 'jo@mail.example', customer_id = "
            + jo);
    long parcel = fulfilment.pack(over, List.of(), ANN, "");
    fulfilment.ship(over, parcel, new Carriage("Postbird", "1"), ANN, "");
    fulfilment.deliver(over, parcel, ANN, "");
    returns.ask(
        over,
        List.of(new OrderedPieces("LAMP", 1)),
        ReturnReason.OTHER,
        "Call me at 030",
        Actor.customer(jo));
    String told = privacy.export(jo).getJsonArray("orders").toString();
    assertTrue(told.contains(over.text()) && told.contains("Main St 1"), told);
    assertTrue(told.contains("Call me at 030"), told);
    privacy.erase(jo);
    OrderView forgotten = lookup.find(over).orElseThrow();
    assertTrue(forgotten.isForgotten());
    assertEquals("–", forgotten.shipping().name());
    assertEquals("DE", forgotten.shipping().country());
    assertEquals("EUR 24.90", forgotten.totals().total().toString());
    assertEquals(0, shop.number("SELECT count(*) FROM order_return WHERE note <> ''"));
    OrderView going = lookup.find(open).orElseThrow();
    assertEquals("Jo Doe", going.shipping().name(), "it has to arrive");
    assertTrue(going.customer().isEmpty());
    long last = fulfilment.pack(open, List.of(), ANN, "");
    fulfilment.ship(open, last, new Carriage("Postbird", "2"), ANN, "");
    fulfilment.deliver(open, last, ANN, "");
    assertTrue(lookup.find(open).orElseThrow().isForgotten());
    assertEquals(1, people.mails("jo@mail.example", "order-shipped") - 1);
    assertEquals(
        0,
        shop.number(
            "SELECT count(*) FROM shop_order WHERE email LIKE 'jo@%' OR customer_id IS NOT NULL"));
    assertFalse(shop.number("SELECT count(*) FROM order_address WHERE name = 'Jo Doe'") > 0);
  }

  @Test
  void forgetsAnOrderThatIsPlacedWhileItsAccountIsErased() {
    long jo = people.register("jo@mail.example");
    carts.add(CartOwner.customer(jo), "MUG", 1);
    OrderNumber late = paid(1, "LAMP", 1);
    // As one that is there when the erasure has waited for the cart.
    shop.execute(
        """
        CREATE OR REPLACE FUNCTION place_late() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN
            UPDATE shop_order SET customer_id = OLD.customer_id WHERE OLD.customer_id IS NOT NULL;
            RETURN OLD;
          END
        $$
        """);
    shop.execute(
        "CREATE TRIGGER place_late BEFORE DELETE ON cart FOR EACH ROW EXECUTE FUNCTION place_late()");
    try {
      privacy.erase(jo);
    } finally {
      shop.execute("DROP FUNCTION place_late CASCADE");
    }
    assertTrue(lookup.find(late).orElseThrow().customer().isEmpty());
    assertEquals(1, shop.number("SELECT count(*) FROM shop_order WHERE to_be_forgotten"));
  }

  private static OrderFilter filter(
      Set<OrderStatus> statuses, int year, String text, int page, int size) {
    return new OrderFilter(
        statuses, year == 0 ? Optional.empty() : Optional.of(year), text, page, size);
  }

  private List<OrderNumber> numbers(long customer, OrderFilter filter) {
    return history.list(customer, filter).items().stream().map(OrderSummary::number).toList();
  }

  private void give(OrderNumber number, long customer) {
    shop.execute(
        "UPDATE shop_order SET customer_id = " + customer + " WHERE number = " + number.value());
  }

  private OrderNumber paid(int buyer, String sku, int quantity) {
    buyers.put(buyer, sku, quantity);
    Placed placed = place(buyer, PaymentMethod.CARD);
    capture(placed);
    return placed.number();
  }

  private Placed place(int buyer, PaymentMethod method) {
    return assertInstanceOf(Placed.class, desk.place(Buyers.wish(buyer).by(method).order()));
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

  private String text(String sql) {
    return shop.text(sql).orElse("");
  }
}
