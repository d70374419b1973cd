package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartToken;
import shop.emporium.domain.cart.OutOfStockException;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartMerging;
import shop.emporium.ejb.cart.CartNews;
import shop.emporium.ejb.cart.CartNews.Kind;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.ejb.cart.SavedForLater;
import shop.emporium.ejb.cart.UnknownSkuException;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.customer.UnknownEntryException;

/**
 * A customer's cart: one, whoever makes it at once, and nothing lost when a guest's comes along.
 */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class CartOfCustomerIT {

  private static final int THREADS = 8;
  private static final int SKUS = 40;
  private static final CartOwner NOBODY = CartOwner.guest(Optional.empty());

  @Inject private CartService carts;
  @Inject private CartMerging merging;
  @Inject private SavedForLater later;
  @Inject private PrivacyService privacy;
  @Inject private Fixture shop;
  @Inject private People people;
  @Resource private ManagedExecutorService executor;

  private long jo;
  private CartOwner ofJo;

  @BeforeEach
  void stockAndRegister() {
    shop.stock(
        IntStream.range(0, SKUS)
            .mapToObj(
                i ->
                    (i == 0 ? "socks,Merino Socks,,Tindra,Fashion,,Size," : "socks,,,,,,,")
                        + "%d,SOCK-%d,500,14.50,,%s".formatted(i, i, i == 0 ? "active" : ""))
            .toArray(String[]::new));
    people.none();
    jo = people.register("jo@example.com");
    ofJo = CartOwner.customer(jo);
  }

  @Test
  void thereIsOneHoweverManyMakeItAtOnce() throws Exception {
    all(IntStream.range(0, SKUS).mapToObj(i -> () -> carts.add(ofJo, "SOCK-" + i, 1)));
    assertEquals(1, shop.number("SELECT count(*) FROM cart"));
    assertEquals(SKUS, carts.count(ofJo));
    assertEquals(SKUS, carts.show(ofJo).lines().size());
    assertThrows(
        Fixture.Refused.class,
        () ->
            shop.execute(
                "INSERT INTO cart (id, customer_id, created_at, touched_at) VALUES (-1, %d, now(), now())"
                    .formatted(jo)));
    assertThrows(Fixture.Refused.class, () -> shop.execute("UPDATE cart SET customer_id = NULL"));
  }

  @Test
  void addsOfTheSameThingAtOnceAreAllCounted() throws Exception {
    all(IntStream.range(0, SKUS).mapToObj(i -> () -> carts.add(ofJo, "SOCK-1", 2)));
    assertEquals(2 * SKUS, carts.show(ofJo).line("SOCK-1").orElseThrow().quantity());
  }

  @Test
  void aGuestsCartIsMergedOnceHoweverOftenAndWhereverItIsAsked() throws Exception {
    carts.add(ofJo, "SOCK-1", 2);
    CartToken token = guestWith("SOCK-1", 3);
    carts.add(guest(token), "SOCK-2", 1);
    List<Boolean> merged =
        all(IntStream.range(0, THREADS).mapToObj(i -> () -> merging.merge(jo, token)));
    assertEquals(1, merged.stream().filter(done -> done).count());
    CartView cart = carts.show(ofJo);
    assertEquals(5, cart.line("SOCK-1").orElseThrow().quantity());
    assertEquals(1, cart.line("SOCK-2").orElseThrow().quantity());
    assertEquals(List.of(Kind.ADDED_UP), kinds(cart));
    assertEquals(1, cart.joined());
    assertEquals(1, shop.number("SELECT count(*) FROM cart"));
    assertTrue(carts.show(guest(token)).isEmpty());
  }

  @Test
  void mergesOfSeveralBrowsersAtOnceMakeOneCart() throws Exception {
    List<CartToken> tokens =
        IntStream.range(0, THREADS).mapToObj(i -> guestWith("SOCK-" + i, 1)).toList();
    tokens.forEach(token -> carts.add(guest(token), "SOCK-30", 1));
    all(tokens.stream().map(token -> () -> merging.merge(jo, token)));
    assertEquals(1, shop.number("SELECT count(*) FROM cart"));
    assertEquals(THREADS, carts.show(ofJo).line("SOCK-30").orElseThrow().quantity());
    assertEquals(2 * THREADS, carts.count(ofJo));
  }

  /** As three tabs do while a fourth signs in: whatever was answered is in the cart, once. */
  @Test
  void noLineIsLostOrDoubledWhenManyAddWhileOthersMerge() throws Exception {
    CartToken token = guestWith("SOCK-0", 1);
    List<Callable<CartOwner>> calls = new ArrayList<>();
    for (int i = 1; i < SKUS; i++) {
      String sku = "SOCK-" + i;
      CartOwner owner = i % 3 == 0 ? ofJo : guest(token);
      calls.add(() -> carts.add(owner, sku, 1).ownerAfter(owner));
      if (i % 10 == 5) {
        calls.add(
            () -> {
              merging.merge(jo, token);
              return ofJo;
            });
      }
    }
    for (CartOwner owner : all(calls.stream())) {
      // As the next request of a browser does that got another token meanwhile.
      if (owner instanceof CartOwner.Guest guest) {
        merging.merge(jo, guest.token().orElseThrow());
      }
    }
    CartView cart = carts.show(ofJo);
    for (int i = 0; i < SKUS; i++) {
      assertEquals(1, cart.line("SOCK-" + i).map(CartLineView::quantity).orElse(0), "SOCK-" + i);
    }
    assertEquals(1, shop.number("SELECT count(*) FROM cart"));
  }

  @Test
  void aCartIsNobodyElses() {
    long sam = people.register("sam@example.com");
    carts.add(ofJo, "SOCK-1", 1);
    assertEquals(0, carts.count(CartOwner.customer(sam)));
    assertThrows(
        UnknownSkuException.class, () -> carts.change(CartOwner.customer(sam), "SOCK-1", 2));
    assertNotEquals(Optional.empty(), carts.id(ofJo));
    assertEquals(Optional.empty(), carts.id(CartOwner.customer(sam)));
  }

  @Test
  void whatChangedSinceItWasSeenIsToldUntilItIsRead() {
    for (int i = 1; i <= 5; i++) {
      carts.add(ofJo, "SOCK-" + i, 4);
    }
    sell("price_minor = 1600", "SOCK-1");
    sell("price_minor = 1200", "SOCK-2");
    sell("available = 0", "SOCK-3");
    sell("available = 3", "SOCK-4");
    List<Kind> expected = List.of(Kind.PRICE_UP, Kind.PRICE_DOWN, Kind.SOLD_OUT, Kind.FEWER_LEFT);
    assertEquals(expected, kinds(carts.show(ofJo)));
    assertEquals(expected, kinds(carts.show(ofJo)), "showing takes nothing away");

    carts.acknowledge(ofJo);
    CartView read = carts.show(ofJo);
    assertFalse(read.isNewsworthy());
    assertEquals(3, read.line("SOCK-4").orElseThrow().quantity());
    assertEquals(4, read.line("SOCK-3").orElseThrow().quantity());

    sell("available = 9", "SOCK-3");
    assertEquals(List.of(Kind.BACK), kinds(carts.show(ofJo)));
    carts.change(ofJo, "SOCK-3", 2);
    assertFalse(carts.show(ofJo).isNewsworthy());
  }

  @Test
  void aLineIsSavedForLaterAndBroughtBackByGuestsAndCustomers() {
    for (CartOwner owner : List.of(ofJo, guest(guestWith("SOCK-9", 1)))) {
      carts.add(owner, "SOCK-1", 4);
      assertEquals(4, later.save(owner, "SOCK-1"));
      assertEquals(0, later.save(owner, "SOCK-1"));
      CartView cart = carts.show(owner);
      assertTrue(cart.line("SOCK-1").isEmpty());
      assertEquals(4, cart.savedLine("SOCK-1").orElseThrow().quantity());
      assertEquals(cart.count(), carts.count(owner));

      sell("price_minor = 1300", "SOCK-1");
      CartLineView saved = carts.show(owner).savedLine("SOCK-1").orElseThrow();
      assertEquals(Money.parse("EUR 1.50"), saved.difference());
      assertTrue(saved.isCheaper());

      sell("available = 0", "SOCK-1");
      assertThrows(OutOfStockException.class, () -> later.moveToCart(owner, "SOCK-1"));
      sell("available = 3", "SOCK-1");
      assertTrue(later.moveToCart(owner, "SOCK-1").isReduced());
      assertThrows(UnknownSkuException.class, () -> later.moveToCart(owner, "SOCK-1"));
      later.save(owner, "SOCK-1");
      assertEquals(3, later.discard(owner, "SOCK-1"));
      assertEquals(0, later.discard(owner, "SOCK-1"));
      sell("available = 500, price_minor = 1450", "SOCK-1");
    }
  }

  @Test
  void whatIsSavedIsMergedToo() throws Exception {
    CartToken token = guestWith("SOCK-1", 3);
    later.save(guest(token), "SOCK-1");
    carts.add(ofJo, "SOCK-1", 2);
    later.save(ofJo, "SOCK-1");
    carts.add(ofJo, "SOCK-1", 1);
    merging.merge(jo, token);
    CartView cart = carts.show(ofJo);
    assertEquals(5, cart.savedLine("SOCK-1").orElseThrow().quantity());
    assertEquals(1, cart.line("SOCK-1").orElseThrow().quantity());
  }

  @Test
  void aCustomersCartDoesNotExpire() {
    carts.add(ofJo, "SOCK-1", 1);
    carts.add(NOBODY, "SOCK-1", 1);
    assertEquals(1, carts.purge(Instant.now().plus(Cart.LIFETIME).plus(Duration.ofDays(1))));
    assertEquals(1, carts.count(ofJo));
  }

  @Test
  void theCartIsExportedAndErasedWithItsOwner() {
    carts.add(ofJo, "SOCK-1", 2);
    carts.add(ofJo, "SOCK-2", 1);
    later.save(ofJo, "SOCK-2");
    JsonObject cart = privacy.export(jo).getJsonObject("cart");
    assertEquals("SOCK-1", cart.getJsonArray("lines").getJsonObject(0).getString("sku"));
    assertEquals(2, cart.getJsonArray("lines").getJsonObject(0).getInt("quantity"));
    assertTrue(cart.getJsonArray("lines").getJsonObject(1).getBoolean("savedForLater"));
    privacy.erase(jo);
    assertEquals(0, shop.number("SELECT count(*) FROM cart"));
    assertThrows(UnknownEntryException.class, () -> carts.add(ofJo, "SOCK-1", 1));
    CartToken token = guestWith("SOCK-1", 1);
    assertFalse(merging.merge(jo, token));
    assertEquals(1, carts.count(guest(token)));
  }

  @Test
  void needsFewStatementsHoweverManyLines() {
    for (int i = 0; i < SKUS; i++) {
      carts.add(ofJo, "SOCK-" + i, 1);
    }
    assertEquals(1, shop.statementsOf(() -> carts.show(ofJo)));
    assertEquals(1, shop.statementsOf(() -> carts.count(ofJo)));
    assertEquals(1, shop.statementsOf(() -> merging.merge(jo, CartToken.random())));
    assertTrue(shop.statementsOf(() -> carts.change(ofJo, "SOCK-1", 3)) <= 7);
    assertTrue(shop.statementsOf(() -> carts.acknowledge(ofJo)) <= 6);
  }

  private void sell(String change, String sku) {
    shop.execute("UPDATE product_variant SET %s WHERE sku = '%s'".formatted(change, sku));
  }

  private CartToken guestWith(String sku, int quantity) {
    return carts.add(NOBODY, sku, quantity).token().orElseThrow();
  }

  private static CartOwner guest(CartToken token) {
    return CartOwner.guest(Optional.of(token));
  }

  private static List<Kind> kinds(CartView cart) {
    return cart.news().stream().map(CartNews::kind).toList();
  }

  private <T> List<T> all(Stream<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    List<Future<T>> futures = executor.invokeAll(calls.toList());
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }
}
