package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.checkout.AddressFault;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.domain.checkout.GiftCardCode;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.checkout.BillingFields;
import shop.emporium.ejb.checkout.CheckoutOffer;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.ejb.checkout.CheckoutSteps;
import shop.emporium.ejb.checkout.CheckoutSteps.Step;
import shop.emporium.ejb.checkout.CodeDesk;
import shop.emporium.ejb.checkout.CodeService;
import shop.emporium.ejb.checkout.CouponAnswer;
import shop.emporium.ejb.checkout.DeliveryOption;
import shop.emporium.ejb.checkout.OrderDesk;
import shop.emporium.ejb.checkout.PaymentMethod;
import shop.emporium.ejb.checkout.PlaceOrder;
import shop.emporium.ejb.checkout.Placing;
import shop.emporium.ejb.customer.AddressFields;
import shop.emporium.ejb.customer.Caller;
import shop.emporium.ejb.customer.ThrottleKind;
import shop.emporium.ejb.customer.TooManyAttemptsException;
import shop.emporium.ejb.inventory.InventoryService;

/** The steps to the till: saved one by one, priced as they will be placed, and said in words. */
@ExtendWith(ArquillianExtension.class)
@Tag("integration")
class CheckoutServiceIT {

  private static final Optional<Long> GUEST = Optional.empty();

  @Inject private Fixture shop;
  @Inject private Buyers buyers;
  @Inject private CheckoutService checkouts;
  @Inject private CodeService codes;
  @Inject private CodeDesk codeDesk;
  @Inject private OrderDesk desk;
  @Inject private CartService carts;
  @Inject private InventoryService inventory;

  private long cart;

  @BeforeEach
  void stock() {
    buyers.stock(
        "lamp,Lamp,,Tindra,Home,,Colour,Red,LAMP,5,20.00,,active",
        "mug,Mug,,Tindra,Kitchen,,Title,Default Title,MUG,1000,12.00,,active");
    cart = buyers.put(1, "LAMP", 2);
  }

  @AfterEach
  void everyPromiseHolds() {
    assertEquals("", buyers.brokenPromises());
  }

  @Test
  void takesUpEachStepWhereItWasLeft() {
    assertEquals(Step.ADDRESS, checkouts.steps(cart).next());
    assertNull(checkouts.steps(cart).token(), "looking begins nothing");
    assertEquals(List.of(), address("10115"));
    assertEquals(Step.DELIVERY, checkouts.steps(cart).next());
    checkouts.saveDelivery(cart, "express");
    assertEquals(Step.PAYMENT, checkouts.steps(cart).next());
    checkouts.savePayment(cart, PaymentMethod.TRANSFER);
    checkouts.saveBilling(
        cart, new BillingFields("Doe Ltd", "Side St 2", "", "8001", "Zurich", "", "CH"));
    CheckoutSteps steps = checkouts.steps(cart);
    assertEquals(Step.REVIEW, steps.next());
    assertEquals("jo@mail.example", steps.email());
    assertEquals("Main St 1", steps.shipping().line1());
    assertEquals("Zurich", steps.billing().city());
    assertEquals("express", steps.shippingMethod());
    assertEquals(PaymentMethod.TRANSFER, steps.payment());
    checkouts.saveBilling(cart, null);
    assertNull(checkouts.steps(cart).billing());
    assertEquals(List.of(), address("10117"));
    assertEquals("10117", checkouts.steps(cart).shipping().postalCode());
    assertEquals("express", checkouts.steps(cart).shippingMethod(), "other steps stay");
  }

  @Test
  void savesNoAddressThatAParcelWouldNotFind() {
    assertEquals(
        List.of(new AddressFault("postalCode", AddressFault.Kind.FORM, "10115")), address("1"));
    assertEquals(
        List.of("country"),
        checkouts
            .saveAddress(
                cart,
                GUEST,
                "de",
                "jo@mail.example",
                new AddressFields("Jo", "St 1", "", "Lima", "", "", "PE", "", false))
            .stream()
            .map(AddressFault::part)
            .toList());
    assertThrows(
        ConstraintViolationException.class,
        () -> checkouts.saveAddress(cart, GUEST, "de", "nobody", People.address("Jo", false)));
    assertEquals(Step.ADDRESS, checkouts.steps(cart).next());
  }

  @Test
  void offersWhatIsPlacedThen() {
    coupon("TENTH", "PERCENT", "percent", "10", null);
    GiftCardCode card = giftCard(1_000);
    fill();
    assertEquals(CouponAnswer.Kind.COUPON, add("tenth").kind());
    assertEquals(CouponAnswer.Kind.GIFT_CARD, add(card.value()).kind());
    CheckoutOffer offer = offer("DE");
    // 40.00 less 10 %, and 4.90 for delivery; the card pays 10.00 of it.
    assertEquals(Money.parse("EUR 40.90"), offer.quote().total());
    assertEquals(Money.parse("EUR 30.90"), offer.quote().due());
    Placing placing = desk.place(wish(offer.quote().total()));
    assertInstanceOf(Placing.Placed.class, placing, placing::toString);
    assertEquals(
        "4000 400 490 4090 1000 3090 TENTH",
        shop.text(
                "SELECT concat_ws(' ', items_minor, discount_minor, shipping_minor, total_minor, gift_card_minor, due_minor, coupon_code) FROM shop_order")
            .orElseThrow());
    assertEquals(
        offer.quote().tax().getAmountMinorLong(), shop.number("SELECT tax_minor FROM shop_order"));
    assertTrue(checkouts.steps(cart).underWay() != null, "it is being paid");
    checkouts.saveDelivery(cart, "express");
    assertEquals("standard", checkouts.steps(cart).shippingMethod(), "and nothing is changed");
    assertEquals(CouponAnswer.Kind.NOT_NOW, add("tenth").kind());
  }

  @Test
  void pricesEachWayByCountryWeightAndValue() {
    assertEquals(List.of("standard EUR 4.90", "express EUR 9.90", "pick-up EUR 0.00"), ways("DE"));
    assertEquals(List.of("standard EUR 9.90", "express EUR 19.90"), ways("AT"));
    assertEquals(List.of(), ways("PE"));
    buyers.put(1, "MUG", 1);
    assertEquals("standard EUR 0.00", ways("DE").get(0), "free from 50.00");
    shop.execute("UPDATE product_variant SET weight_grams = 20000 WHERE sku = 'LAMP'");
    assertEquals(List.of("standard EUR 29.00"), ways("DE"));
    assertEquals(List.of("AT", "DE", "NL"), offer("DE").countries().stream().sorted().toList());
  }

  @Test
  void showsTaxAsTheCountryIsUsedTo() {
    assertEquals(Money.parse("EUR 44.90"), offer("DE").quote().total());
    shop.execute("UPDATE market SET tax_mode = 'EXCLUSIVE' WHERE country = 'NL'");
    try {
      // 40.00 and 9.90 for delivery, 21 % on top.
      assertEquals(Money.parse("EUR 60.38"), offer("NL").quote().total());
    } finally {
      shop.execute("UPDATE market SET tax_mode = 'INCLUSIVE' WHERE country = 'NL'");
    }
  }

  @Test
  void holdsWhatIsPaidFor() {
    fill();
    assertTrue(checkouts.hold(cart).orElseThrow().isHeld());
    assertEquals("3 2 0 5", numbers("LAMP"));
    assertTrue(checkouts.steps(cart).findHold().isPresent());
    long other = buyers.put(2, "LAMP", 4);
    assertEquals(3, offer(other, "DE").lines().get(0).available());
    assertEquals(5, offer("DE").lines().get(0).available(), "one's own pieces are there");
    shop.execute("UPDATE reservation SET expires_at = now()");
    assertEquals(Optional.empty(), checkouts.steps(cart).findHold(), "time is over");
    // The node's own timer may be at it.
    await()
        .untilAsserted(
            () -> {
              inventory.expire(5);
              assertEquals("5 0 0 5", numbers("LAMP"));
            });
    assertTrue(checkouts.hold(cart).orElseThrow().isHeld(), "it is there still");
  }

  @Test
  void saysWhatIsShortAndTakesWhatIsLeft() {
    fill();
    shop.execute("UPDATE product_variant SET available = 1 WHERE sku = 'LAMP'");
    buyers.put(1, "MUG", 3);
    shop.execute("UPDATE product_variant SET available = 0 WHERE sku = 'MUG'");
    assertFalse(checkouts.hold(cart).orElseThrow().isHeld());
    assertEquals(List.of("LAMP", "MUG"), skus(offer("DE")));
    assertEquals(
        List.of(new Shortage("LAMP", 2, 1), new Shortage("MUG", 3, 0)), checkouts.fit(cart));
    assertEquals("LAMP 1", lines());
    assertEquals("0 1 0 1", numbers("LAMP"));
    assertEquals(List.of(), checkouts.fit(cart), "asking twice takes no more");
    assertEquals("LAMP 1", lines());
  }

  @Test
  void keepsTheCartsOwnPiecesForTheCart() {
    CartToken token = carts.add(CartOwner.guest(Optional.empty()), "LAMP", 5).token().orElseThrow();
    CartOwner owner = CartOwner.guest(Optional.of(token));
    long own = carts.id(owner).orElseThrow();
    checkouts.begin(own, GUEST, "en");
    checkouts.hold(own);
    assertEquals("0 5 0 5", numbers("LAMP"));
    assertEquals(5, carts.show(owner).lines().get(0).available());
    assertTrue(carts.show(owner).news().isEmpty(), "nothing is sold out for who holds it");
    carts.acknowledge(owner);
    assertEquals(5, carts.show(owner).count());
    assertEquals(4, carts.change(owner, "LAMP", 4).granted());
    assertEquals(5, carts.change(owner, "LAMP", 9).granted());
    assertInstanceOf(Placing.Placed.class, desk.place(Buyers.wish(1).of(own).order()));
    assertEquals("0 0 5 5", numbers("LAMP"));
    assertTrue(carts.show(owner).news().isEmpty(), "nor for whose order is being paid");
    assertEquals(5, carts.change(owner, "LAMP", 5).granted());
  }

  @Test
  void saysWhyACodeDoesNotCount() {
    assertEquals(CouponFault.UNKNOWN, add("nope").fault());
    assertEquals(CouponFault.UNKNOWN, add("' OR 1=1 --").fault());
    coupon("BIG", "AMOUNT", "amount_minor", "500", null);
    shop.execute("UPDATE coupon SET minimum_minor = 4001");
    assertEquals(CouponFault.BELOW_MINIMUM, add("big").fault());
    shop.execute("UPDATE coupon SET minimum_minor = 0, valid_from = now() + interval '1 day'");
    assertEquals(CouponFault.NOT_YET, add("big").fault());
    shop.execute("UPDATE coupon SET valid_from = NULL, valid_until = now() - interval '1 day'");
    assertEquals(CouponFault.OVER, add("big").fault());
    shop.execute("UPDATE coupon SET valid_until = NULL, scoped = true");
    assertEquals(CouponFault.NOT_FOR_THESE, add("big").fault());
    shop.execute("UPDATE coupon SET scoped = false");
    assertTrue(add("big").isTaken());
    assertEquals(Money.parse("EUR 5.00"), offer("DE").quote().discount());
    shop.execute("UPDATE coupon SET active = false");
    assertEquals(CouponFault.UNKNOWN, offer("DE").couponFault(), "said where it is shown");
    assertTrue(offer("DE").quote().discount().isZero());
    codes.removeCoupon(cart);
    assertNull(offer("DE").couponFault());
  }

  @Test
  void takesUpToFiveGiftCardsThatAreGood() {
    shop.execute(
        "INSERT INTO gift_card (code_hash, last_four, currency, initial_minor, balance_minor, blocked) VALUES (sha256('x'), 'XXXX', 'EUR', 1, 1, true)");
    GiftCardCode spent = giftCard(100);
    shop.execute("UPDATE gift_card SET blocked = true");
    assertEquals(CouponAnswer.Kind.SPENT, add(spent.value()).kind());
    List<GiftCardCode> cards =
        List.of(giftCard(1), giftCard(2), giftCard(3), giftCard(4), giftCard(5));
    for (GiftCardCode card : cards) {
      assertEquals(CouponAnswer.Kind.GIFT_CARD, add(card.value().toLowerCase(Locale.ROOT)).kind());
    }
    assertEquals(CouponAnswer.Kind.GIFT_CARD, add(cards.get(0).value()).kind(), "is kept already");
    assertEquals(CouponAnswer.Kind.TOO_MANY, add(giftCard(6).value()).kind());
    CheckoutSteps steps = checkouts.steps(cart);
    assertEquals(5, steps.giftCards().size());
    assertEquals(Money.parse("EUR 0.15"), offer("DE").quote().paidByGiftCards());
    codes.removeCard(cart, steps.giftCards().get(0).id());
    assertEquals(4, checkouts.steps(cart).giftCards().size());
  }

  @Test
  void knowsWhoseAnOrderIs() {
    fill();
    Placing.Placed placed =
        assertInstanceOf(Placing.Placed.class, desk.place(wish(offer("DE").quote().total())));
    assertTrue(checkouts.isOwn(placed.number(), Optional.of(cart), GUEST));
    assertFalse(checkouts.isOwn(placed.number(), Optional.of(buyers.put(2, "MUG", 1)), GUEST));
    assertFalse(checkouts.isOwn(placed.number(), Optional.empty(), Optional.of(7L)));
  }

  @Test
  void forgetsAddressesOfWaysThatAreOver() {
    fill();
    shop.execute("UPDATE checkout SET touched_at = now() - interval '3 days'");
    assertEquals(0, checkouts.purge());
    shop.execute("UPDATE checkout SET status = 'DONE'");
    assertEquals(1, checkouts.purge());
    assertEquals(0, shop.number("SELECT count(*) FROM checkout_address"));
  }

  @Test
  void readsAPageInFewStatements() {
    coupon("TENTH", "PERCENT", "percent", "10", null);
    fill();
    add("tenth");
    shop.add(
        IntStream.range(0, 20)
            .mapToObj(i -> "m%d,M,,T,H,,Title,Default Title,M%d,9,1.00,,active".formatted(i, i))
            .toArray(String[]::new));
    IntStream.range(0, 20).forEach(i -> buyers.put(1, "M" + i, 1));
    long statements =
        shop.statementsOf(
            () -> checkouts.offer(cart, checkouts.steps(cart), GUEST, Optional.empty(), "de"));
    assertTrue(statements <= 5, () -> statements + " statements");
  }

  private void fill() {
    assertEquals(List.of(), address("10115"));
    checkouts.saveDelivery(cart, "standard");
    checkouts.savePayment(cart, PaymentMethod.CARD);
  }

  private List<AddressFault> address(String postalCode) {
    return checkouts.saveAddress(
        cart,
        GUEST,
        "de",
        "jo@mail.example",
        new AddressFields("Jo Doe", "Main St 1", "", "Berlin", "", postalCode, "DE", "", false));
  }

  private CheckoutOffer offer(String country) {
    return offer(cart, country);
  }

  private CheckoutOffer offer(long of, String country) {
    return checkouts.offer(of, checkouts.steps(of), GUEST, Optional.of(country), "en");
  }

  private PlaceOrder wish(Money total) {
    UUID token = checkouts.steps(cart).token();
    return checkouts.wish(cart, GUEST, token, total, "de").orElseThrow();
  }

  @Test
  void whoTriesCodesHasToWait() {
    coupon("TENTH", "PERCENT", "percent", "10", null);
    fill();
    Caller caller = new Caller("198.51.100.77", "a browser");
    for (int i = 0; i < ThrottleKind.CODE_NETWORK.free(); i++) {
      assertTrue(codeDesk.add(cart, GUEST, "en", "guess" + i, caller).isUnknown());
      // What somebody has is no guess.
      assertTrue(codeDesk.add(cart, GUEST, "en", "tenth", caller).isTaken());
    }
    // As if there had been so many that the wait is long enough to be seen.
    shop.execute("UPDATE throttle SET attempts = attempts + 10");
    assertTrue(codeDesk.add(cart, GUEST, "en", "one-more", caller).isUnknown());
    assertThrows(
        TooManyAttemptsException.class, () -> codeDesk.add(cart, GUEST, "en", "tenth", caller));
    Caller another = new Caller("203.0.113.5", "a browser");
    assertTrue(codeDesk.add(cart, GUEST, "en", "tenth", another).isTaken());
    shop.execute("DELETE FROM throttle");
  }

  private CouponAnswer add(String typed) {
    return codes.add(cart, GUEST, "en", typed);
  }

  private List<String> ways(String country) {
    return offer(country).ways().stream().map(CheckoutServiceIT::said).toList();
  }

  private static String said(DeliveryOption way) {
    return way.code() + " " + way.price();
  }

  private static List<String> skus(CheckoutOffer offer) {
    return offer.shortages().stream().map(line -> line.sku()).toList();
  }

  private String lines() {
    return shop.text(
            "SELECT string_agg(v.sku || ' ' || l.quantity, ', ' ORDER BY v.sku) FROM cart_line l JOIN product_variant v ON v.id = l.variant_id WHERE l.cart_id = "
                + cart)
        .orElse("");
  }

  private String numbers(String sku) {
    return shop.text(
            "SELECT concat_ws(' ', available, reserved, sold, received) FROM product_variant WHERE sku = '%s'"
                .formatted(sku))
        .orElse("");
  }

  private void coupon(String code, String kind, String column, String value, Integer total) {
    shop.execute(
        "INSERT INTO coupon (code, kind, %s, currency, total_limit) VALUES ('%s', '%s', %s, 'EUR', %s)"
            .formatted(column, code, kind, value, total));
  }

  private GiftCardCode giftCard(long minor) {
    GiftCardCode code = GiftCardCode.random();
    shop.execute(
        "INSERT INTO gift_card (code_hash, last_four, currency, initial_minor, balance_minor) VALUES (decode('%s', 'hex'), '%s', 'EUR', %d, %d)"
            .formatted(HexFormat.of().formatHex(code.hash()), code.lastFour(), minor, minor));
    return code;
  }
}
