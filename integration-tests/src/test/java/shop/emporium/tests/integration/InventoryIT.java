package shop.emporium.tests.integration;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.ejb.checkout.CheckoutService;
import shop.emporium.ejb.checkout.CheckoutView;
import shop.emporium.ejb.inventory.InventoryService;
import shop.emporium.ejb.inventory.Reservation;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class InventoryIT {

  private static final int BATCH = 50;

  @Inject private Fixture shop;
  @Inject private Buyers buyers;
  @Inject private CheckoutService checkouts;
  @Inject private InventoryService inventory;

  @BeforeEach
  void stock() {
    buyers.stock(
        "lamp,Lamp,,Tindra,Home,,Title,Default Title,LAMP,5,20.00,,active",
        "mug,Mug,,Tindra,Home,,Title,Default Title,MUG,20,12.00,,active");
  }

  @AfterEach
  void everyPromiseHolds() {
    assertEquals("", buyers.brokenPromises());
  }

  @Test
  void holdsPiecesForFifteenMinutes() {
    Reservation held = hold(1, "LAMP", 3);
    Duration left = held.hold().left(Instant.now());
    assertTrue(left.toMinutes() == 14 && held.isHeld(), left.toString());
    assertEquals("2 3 0 5", numbers("LAMP"));
    assertEquals(List.of(new Shortage("LAMP", 3, 2)), hold(2, "LAMP", 3).shortages());
    assertEquals("2 3 0 5", numbers("LAMP"));
  }

  @Test
  void holdsAllOrNothing() {
    buyers.put(1, "MUG", 2);
    Reservation refused = hold(1, "LAMP", 6);
    assertFalse(refused.isHeld());
    assertEquals("20 0 0 20", numbers("MUG"));
    assertEquals(0, shop.number("SELECT count(*) FROM reservation"));
  }

  @Test
  void holdsTheDifferenceWhenTheCartChanges() {
    Instant until = hold(1, "LAMP", 3).hold().until();
    shop.execute("UPDATE cart_line SET quantity = 5");
    Reservation more = hold(1, "MUG", 1);
    assertEquals("0 5 0 5", numbers("LAMP"));
    assertEquals("19 1 0 20", numbers("MUG"));
    assertEquals(
        until.toEpochMilli(), more.hold().until().toEpochMilli(), "asking again lengthens nothing");
    shop.execute("DELETE FROM cart_line WHERE quantity = 5");
    checkouts.hold(Buyers.cart(1));
    assertEquals("5 0 0 5", numbers("LAMP"));
    assertEquals("19 1 0 20", numbers("MUG"));
  }

  @Test
  void ofFewPiecesNoneIsHeldTwiceHoweverManyWantThem() throws Exception {
    int many = 300;
    buyers.putEach(many, "MUG");
    long held = buyers.all(many, this::holdCart).stream().filter(Reservation::isHeld).count();
    assertEquals(20, held);
    assertEquals("0 20 0 20", numbers("MUG"));
  }

  @Test
  void waitsForNobodyInACircle() throws Exception {
    shop.execute("UPDATE product_variant SET available = 1000");
    int many = 200;
    for (int buyer = 1; buyer <= many; buyer++) {
      buyers.put(buyer, buyer % 2 == 0 ? "LAMP" : "MUG", 1);
      buyers.put(buyer, buyer % 2 == 0 ? "MUG" : "LAMP", 1);
    }
    assertTrue(buyers.all(many, this::holdCart).stream().allMatch(Reservation::isHeld));
    assertEquals("800 200 0 1000", numbers("LAMP"));
  }

  @Test
  void endsEachReservationOnceHoweverManyNodesAsk() throws Exception {
    shop.execute("UPDATE product_variant SET available = 1000");
    int many = 220;
    buyers.putEach(many, "LAMP");
    buyers.all(many, this::holdCart);
    shop.execute(
        "UPDATE reservation SET expires_at = now() - interval '1 second' WHERE checkout_id % 11 > 0");
    long kept = shop.number("SELECT count(*) FROM reservation WHERE expires_at > now()");
    int ended = buyers.all(12, node -> inventory.expire(BATCH)).stream().mapToInt(n -> n).sum();
    assertTrue(ended <= many - kept, "none twice");
    awaitExpired("%d %d 0 1000".formatted(1000 - kept, kept));
    assertEquals(kept, shop.number("SELECT count(*) FROM reservation"));
  }

  @Test
  void holdsAnewWhatHasExpired() {
    hold(1, "LAMP", 5);
    shop.execute("UPDATE reservation SET expires_at = now() - interval '1 second'");
    awaitExpired("5 0 0 5");
    assertTrue(holdCart(1).isHeld());
    assertEquals("0 5 0 5", numbers("LAMP"));
  }

  @Test
  void letsGoWhatACartHeldThatIsGone() {
    hold(1, "LAMP", 5);
    shop.execute("DELETE FROM cart");
    awaitExpired("5 0 0 5");
  }

  /** The node's own timer may be at some of them. */
  private void awaitExpired(String numbers) {
    await()
        .untilAsserted(
            () -> {
              inventory.expire(BATCH);
              assertEquals(numbers, numbers("LAMP"));
            });
  }

  @Test
  void letsGoOnce() throws Exception {
    CheckoutView checkout =
        checkouts.begin(buyers.put(1, "LAMP", 4), Optional.empty(), "en").orElseThrow();
    holdCart(1);
    buyers.all(
        24,
        i -> {
          inventory.release(checkout.id());
          return i;
        });
    assertEquals("5 0 0 5", numbers("LAMP"));
  }

  @Test
  void takesTheNumberOfAFileAsWhatCanBeBought() {
    hold(1, "LAMP", 3);
    shop.add("lamp,Lamp,,Tindra,Home,,Title,Default Title,LAMP,7,20.00,,active");
    assertEquals("7 3 0 10", numbers("LAMP"));
    assertEquals(1, shop.number("SELECT count(*) FROM stock_count WHERE was = 2 AND became = 7"));
  }

  @Test
  void isGuardedByTheDatabaseItself() {
    for (String wrong :
        List.of(
            "available = available - 1, reserved = reserved + 2",
            "reserved = -1",
            "received = received + 1",
            "available = -1")) {
      assertThrows(
          Fixture.Refused.class, () -> shop.execute("UPDATE product_variant SET " + wrong), wrong);
    }
    hold(1, "LAMP", 1);
    assertThrows(
        Fixture.Refused.class,
        () -> shop.execute("DELETE FROM product_variant WHERE sku = 'LAMP'"));
  }

  private Reservation hold(int buyer, String sku, int pieces) {
    buyers.put(buyer, sku, pieces);
    return holdCart(buyer);
  }

  private Reservation holdCart(int buyer) {
    checkouts.begin(Buyers.cart(buyer), Optional.empty(), "en");
    return checkouts.hold(Buyers.cart(buyer)).orElseThrow();
  }

  /** Available, reserved, sold, received. */
  private String numbers(String sku) {
    return shop.text(
            "SELECT concat_ws(' ', available, reserved, sold, received) FROM product_variant WHERE sku = '%s'"
                .formatted(sku))
        .orElseThrow();
  }
}
