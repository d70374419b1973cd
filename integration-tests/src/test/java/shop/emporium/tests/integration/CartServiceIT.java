package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.cart.OutOfStockException;
import shop.emporium.domain.cart.QuantityChange;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.ejb.cart.UnknownSkuException;

@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class CartServiceIT {

  private static final int TABS = 8;
  private static final CartOwner NOBODY = CartOwner.guest(Optional.empty());

  @Inject private CartService carts;
  @Inject private Fixture shop;
  @Resource private ManagedExecutorService executor;

  @BeforeEach
  void stock() {
    shop.stock(
        "socks,Merino Socks,,Tindra,Fashion,,Size,39-42,SOCK-S,3,14.50,,active",
        "socks,,,,,,,43-46,SOCK-L,500,14.50,,",
        "drum,Snare Drum,,Brava,Music,,Title,Default Title,DRUM,0,210.00,,active",
        "old,Old Lamp,,Brava,Music,,Title,Default Title,OLD,9,5.00,,archived");
  }

  @Test
  void keepsWhatWasPutIn() {
    CartToken token = carts.add(NOBODY, "SOCK-L", 2).token().orElseThrow();
    carts.add(guest(token), "SOCK-L", 3);
    CartView cart = carts.show(guest(token));
    assertEquals(5, cart.count());
    assertEquals(Money.parse("EUR 72.50"), cart.subtotal());
    assertEquals("43-46", cart.line("SOCK-L").orElseThrow().options());
    assertEquals(5, carts.count(guest(token)));
  }

  @Test
  void grantsNoMoreThanIsThere() {
    assertEquals(new QuantityChange(4, 3), carts.add(NOBODY, "SOCK-S", 4).quantity());
    assertThrows(OutOfStockException.class, () -> carts.add(NOBODY, "DRUM", 1));
    assertThrows(UnknownSkuException.class, () -> carts.add(NOBODY, "NONE", 1));
    assertThrows(UnknownSkuException.class, () -> carts.add(NOBODY, "OLD", 1));
  }

  @Test
  void givesAnUnknownTokenANewOne() {
    CartToken foreign = CartToken.random();
    CartToken given = carts.add(guest(foreign), "SOCK-L", 1).token().orElseThrow();
    assertNotEquals(foreign.value(), given.value());
    assertTrue(carts.show(guest(foreign)).isEmpty());
  }

  @Test
  void refusesWhatIsNoQuantityOrSku() {
    for (int quantity : new int[] {0, -1, 100, Integer.MAX_VALUE}) {
      assertThrows(ConstraintViolationException.class, () -> carts.add(NOBODY, "SOCK-L", quantity));
    }
    for (String sku : List.of("", "x".repeat(101), "a\0b", "a\nb")) {
      assertThrows(ConstraintViolationException.class, () -> carts.add(NOBODY, sku, 1));
    }
  }

  @Test
  void neitherLosesNorDoublesWhatManyTabsAddAtOnce() throws Exception {
    CartToken token = carts.add(NOBODY, "SOCK-S", 1).token().orElseThrow();
    all(() -> carts.add(guest(token), "SOCK-L", 2));
    CartView cart = carts.show(guest(token));
    assertEquals(2, cart.lines().size());
    assertEquals(2 * TABS, cart.line("SOCK-L").orElseThrow().quantity());
  }

  @Test
  void removesOnceWhenManyTabsRemoveAtOnce() throws Exception {
    CartToken token = carts.add(NOBODY, "SOCK-L", 7).token().orElseThrow();
    List<Integer> removed = all(() -> carts.remove(guest(token), "SOCK-L"));
    assertEquals(7, removed.stream().mapToInt(Integer::intValue).sum());
    assertTrue(carts.show(guest(token)).isEmpty());
  }

  @Test
  void restoresARemovedLineOnceHoweverOftenItIsAsked() throws Exception {
    CartToken token = carts.add(NOBODY, "SOCK-S", 1).token().orElseThrow();
    all(() -> carts.restore(guest(token), "SOCK-L", 2));
    assertEquals(2, carts.show(guest(token)).line("SOCK-L").orElseThrow().quantity());
  }

  @Test
  void showsStockAndPriceOfNow() {
    CartToken token = carts.add(NOBODY, "SOCK-L", 5).token().orElseThrow();
    shop.execute(
        "UPDATE product_variant SET available = 2, price_minor = 1600 WHERE sku = 'SOCK-L'");
    CartView cart = carts.show(guest(token));
    assertTrue(cart.line("SOCK-L").orElseThrow().exceedsStock());
    assertEquals(Money.parse("EUR 80.00"), cart.subtotal());
  }

  @Test
  void throwsAwayWhatNobodyTouchedForSixtyDays() {
    CartToken kept = carts.add(NOBODY, "SOCK-L", 1).token().orElseThrow();
    CartToken expired = carts.add(NOBODY, "SOCK-L", 1).token().orElseThrow();
    shop.execute(
        "UPDATE cart SET touched_at = now() - interval '61 days' WHERE id = (SELECT max(id) FROM"
            + " cart)");
    assertEquals(1, carts.purge(Instant.now()));
    assertFalse(carts.show(guest(kept)).isEmpty());
    assertTrue(carts.show(guest(expired)).isEmpty());
    assertEquals(1, carts.purge(Instant.now().plus(Cart.LIFETIME).plus(Duration.ofDays(1))));
  }

  @Test
  void keepsOnlyTheHashOfItsSecret() {
    CartToken token = carts.add(NOBODY, "SOCK-L", 1).token().orElseThrow();
    assertArrayEquals(CartToken.parse(token.value()).orElseThrow().hash(), token.hash());
    assertEquals(
        0,
        shop.number(
            "SELECT count(*) FROM cart WHERE token_hash = convert_to('"
                + token.value()
                + "', 'UTF8')"));
  }

  @Test
  void needsOneStatementToShowAndOneToCount() {
    CartToken token = carts.add(NOBODY, "SOCK-L", 1).token().orElseThrow();
    carts.add(guest(token), "SOCK-S", 1);
    assertEquals(1, shop.statementsOf(() -> carts.show(guest(token))));
    assertEquals(1, shop.statementsOf(() -> carts.count(guest(token))));
    assertEquals(0, shop.statementsOf(() -> carts.count(NOBODY)));
  }

  @Test
  void isGuardedByTheDatabaseItself() {
    assertThrows(
        Fixture.Refused.class, () -> shop.execute("UPDATE product_variant SET available = -1"));
    assertThrows(
        Fixture.Refused.class,
        () -> shop.execute("UPDATE product_variant SET former_minor = 1, former_currency = 'EUR'"));
  }

  private static CartOwner guest(CartToken token) {
    return CartOwner.guest(Optional.of(token));
  }

  private <T> List<T> all(Callable<T> call) throws InterruptedException, ExecutionException {
    List<Future<T>> futures = executor.invokeAll(Collections.nCopies(TABS, call));
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }
}
