package shop.emporium.tests.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.cart.CartFullException;
import shop.emporium.domain.cart.OutOfStockException;
import shop.emporium.ejb.cart.CartOwner;
import shop.emporium.ejb.cart.CartService;
import shop.emporium.ejb.wishlist.MovedToCart;
import shop.emporium.ejb.wishlist.WishView;
import shop.emporium.ejb.wishlist.WishlistException;
import shop.emporium.ejb.wishlist.WishlistFault;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.ejb.wishlist.WishlistToCart;

/** Wishes that become lines of a cart: each is in one of the two places, whatever happens. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class WishlistToCartIT {

  private static final int TABS = 6;

  @Inject private WishlistService wishlists;
  @Inject private WishlistToCart toCart;
  @Inject private CartService carts;
  @Inject private Fixture shop;
  @Inject private People people;
  @Resource private ManagedExecutorService executor;

  private long jo;

  @BeforeEach
  void wishes() {
    people.none();
    shop.stock(
        "socks,Merino Socks,,Tindra,Fashion,,Title,Default Title,SOCKS,500,14.50,,active",
        "drum,Snare Drum,,Brava,Music,,Title,Default Title,DRUM,1,210.00,,active",
        "lamp,Red Lamp,,Brava,Home,,Title,Default Title,LAMP,9,50.00,,active");
    jo = people.register("jo@example.com");
    List.of("SOCKS", "DRUM", "LAMP").forEach(sku -> wishlists.add(jo, sku));
  }

  @Test
  void oneWishIsInTheCartAndAWishNoMore() {
    MovedToCart moved = move("SOCKS");
    assertEquals(List.of("SOCKS"), moved.moved());
    assertEquals(List.of("SOCKS"), inCart());
    assertEquals(List.of("LAMP", "DRUM"), skus());
    assertEquals(
        WishlistFault.UNKNOWN,
        assertThrows(WishlistException.class, () -> move("SOCKS")).getFault());
    assertEquals(1, carts.show(CartOwner.customer(jo)).count());
  }

  @Test
  void whatIsSoldOutStaysAWish() {
    shop.execute("UPDATE product_variant SET available = 0 WHERE sku = 'DRUM'");
    assertThrows(OutOfStockException.class, () -> move("DRUM"));
    assertTrue(skus().contains("DRUM"));
    assertEquals(0, shop.number("SELECT count(*) FROM cart"));
  }

  @Test
  void manyTabsThatMoveAWishMoveOnePiece() throws Exception {
    carts.add(CartOwner.customer(jo), "LAMP", 1);
    Callable<MovedToCart> tab = () -> move("SOCKS");
    int moved = 0;
    for (Future<MovedToCart> call : executor.invokeAll(Collections.nCopies(TABS, tab))) {
      try {
        call.get();
        moved++;
      } catch (ExecutionException refused) {
        assertEquals(WishlistException.class, refused.getCause().getClass());
      }
    }
    assertEquals(1, moved);
    assertEquals(2, carts.show(CartOwner.customer(jo)).count());
  }

  @Test
  void aWholeListMovesAsFarAsItCanAndSaysWhatStays() {
    shop.execute("UPDATE product_variant SET available = 0 WHERE sku = 'DRUM'");
    shop.execute("UPDATE product SET status = 'ARCHIVED' WHERE slug = 'lamp'");
    MovedToCart moved = toCart.moveAll(jo, Optional.empty());
    assertEquals(List.of("SOCKS"), moved.moved());
    assertEquals(
        List.of(MovedToCart.Reason.NOT_SOLD, MovedToCart.Reason.SOLD_OUT),
        moved.kept().stream().map(MovedToCart.Kept::reason).toList());
    assertEquals(List.of("LAMP", "DRUM"), skus());
    assertEquals(List.of("SOCKS"), inCart());
    MovedToCart again = toCart.moveAll(jo, Optional.empty());
    assertTrue(again.moved().isEmpty());
    assertEquals(1, carts.show(CartOwner.customer(jo)).count());
  }

  @Test
  void aFullCartTakesWhatItHoldsAlreadyAndTheRestStays() {
    carts.add(CartOwner.customer(jo), "SOCKS", 1);
    shop.execute(
        """
        INSERT INTO product_variant (id, product_id, position, sku, price_minor, price_currency, available)
        SELECT 100000 + n, p.id, 10 + n, 'FILL-' || n, 100, 'EUR', 1 FROM product p, generate_series(2, %d) n
         WHERE p.slug = 'socks'
        """
            .formatted(Cart.MAX_LINES));
    shop.execute(
        """
        INSERT INTO cart_line (id, cart_id, variant_id, quantity, added_at, seen_minor, seen_currency, seen_available)
        SELECT -v.id, c.id, v.id, 1, now(), 100, 'EUR', 1 FROM cart c, product_variant v WHERE v.sku LIKE 'FILL-%'
        """);
    assertThrows(CartFullException.class, () -> move("LAMP"));
    MovedToCart moved = toCart.moveAll(jo, Optional.empty());
    assertEquals(List.of("SOCKS"), moved.moved());
    assertEquals(
        List.of(MovedToCart.Reason.CART_FULL, MovedToCart.Reason.CART_FULL),
        moved.kept().stream().map(MovedToCart.Kept::reason).toList());
    assertEquals(List.of("LAMP", "DRUM"), skus());
  }

  @Test
  void nobodyMovesTheWishesOfSomebodyElse() {
    long sam = people.register("sam@example.com");
    Optional<Long> josList = Optional.of(wishlists.show(jo).list().id());
    assertThrows(WishlistException.class, () -> toCart.move(sam, josList, "LAMP"));
    assertThrows(WishlistException.class, () -> toCart.moveAll(sam, josList));
    assertEquals(3, skus().size());
  }

  private MovedToCart move(String sku) {
    return toCart.move(jo, Optional.empty(), sku);
  }

  private List<String> inCart() {
    return carts.show(CartOwner.customer(jo)).lines().stream().map(line -> line.sku()).toList();
  }

  private List<String> skus() {
    return wishlists.show(jo).wishes().stream().map(WishView::sku).toList();
  }
}
