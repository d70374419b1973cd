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
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
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
import org.junit.jupiter.api.function.Executable;
import shop.emporium.domain.wishlist.Wishlist;
import shop.emporium.ejb.customer.PrivacyService;
import shop.emporium.ejb.wishlist.SharedWishlist;
import shop.emporium.ejb.wishlist.WishPlace;
import shop.emporium.ejb.wishlist.WishView;
import shop.emporium.ejb.wishlist.WishlistException;
import shop.emporium.ejb.wishlist.WishlistFault;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.ejb.wishlist.WishlistSummary;

/** What customers wish for, in their lists. */
@Tag("integration")
@ExtendWith(ArquillianExtension.class)
class WishlistServiceIT {

  private static final int TABS = 8;

  @Inject private WishlistService wishlists;
  @Inject private PrivacyService privacy;
  @Inject private Fixture shop;
  @Inject private People people;
  @Resource private ManagedExecutorService executor;

  private long jo;
  private long sam;

  @BeforeEach
  void joAndSam() {
    people.none();
    shop.stock(
        "socks,Merino Socks,,Tindra,Fashion,,Size,39-42,SOCK-S,0,14.50,,active",
        "socks,,,,,,,43-46,SOCK-L,500,14.50,,",
        "drum,Snare Drum,,Brava,Music,,Title,Default Title,DRUM,0,210.00,,active",
        "lamp,Red Lamp,,Brava,Home,,Title,Default Title,LAMP,9,50.00,,active",
        "old,Old Lamp,,Brava,Music,,Title,Default Title,OLD,9,5.00,,archived");
    jo = people.register("jo@example.com");
    sam = people.register("sam@example.com");
  }

  @Test
  void everyCustomerHasADefaultListFromTheStart() {
    List<WishlistSummary> lists = wishlists.lists(jo);
    assertEquals(1, lists.size());
    assertTrue(lists.get(0).isDefault());
    assertFalse(lists.get(0).isShared());
    assertEquals("", lists.get(0).name());
    assertTrue(wishlists.show(jo).wishes().isEmpty());
    assertThrows(
        Fixture.Refused.class,
        () ->
            shop.execute(
                "INSERT INTO wishlist (customer_id, name, is_default) VALUES (%d, 'x', true)"
                    .formatted(jo)));
  }

  @Test
  void aWishTellsThatItHasBecomeCheaper() {
    wishlists.add(jo, "LAMP");
    assertEquals(null, wish(jo, "LAMP").cheaperBy());
    shop.execute("UPDATE product_variant SET price_minor = 4500 WHERE sku = 'LAMP'");
    assertEquals("EUR 5.00", wish(jo, "LAMP").cheaperBy().toString());
    assertEquals("EUR 50.00", wish(jo, "LAMP").priceThen().toString());
    shop.execute("UPDATE product_variant SET price_minor = 6000 WHERE sku = 'LAMP'");
    assertEquals(null, wish(jo, "LAMP").cheaperBy());
  }

  @Test
  void toWishTwiceIsToWishOnce() {
    wishlists.add(jo, "LAMP");
    wishlists.add(jo, "DRUM");
    wishlists.add(jo, "LAMP");
    assertEquals(List.of("DRUM", "LAMP"), skus(jo));
    assertEquals(2, wishlists.count(jo));
  }

  @Test
  void manyTabsThatWishAtOnceWishOnce() throws Exception {
    all(Collections.nCopies(TABS, () -> wishlists.add(jo, "LAMP")));
    assertEquals(List.of("LAMP"), skus(jo));
    assertEquals(1, shop.number("SELECT count(*) FROM wish"));
  }

  @Test
  void manyTabsNeverMakeMoreListsThanThereMayBe() throws Exception {
    List<Runnable> tabs = new ArrayList<>();
    for (int i = 0; i < Wishlist.MAX_LISTS + TABS; i++) {
      String name = "List " + i;
      tabs.add(() -> wishlists.create(jo, name));
    }
    int refused = all(tabs);
    assertEquals(Wishlist.MAX_LISTS, wishlists.lists(jo).size());
    assertEquals(TABS + 1, refused);
    assertFault(WishlistFault.TOO_MANY_LISTS, () -> wishlists.create(jo, "One more"));
  }

  @Test
  void whatIsNotSoldCannotBeWishedFor() {
    for (String sku : List.of("OLD", "NONE", "' OR 1=1 --")) {
      assertFault(WishlistFault.UNKNOWN_ARTICLE, () -> wishlists.add(jo, sku));
    }
    for (String sku : List.of("", "a\nb", "a\0b", "x".repeat(101))) {
      assertThrows(ConstraintViolationException.class, () -> wishlists.add(jo, sku));
    }
  }

  @Test
  void whatIsSoldNoLongerStaysAsGone() {
    wishlists.add(jo, "LAMP");
    shop.execute("UPDATE product SET status = 'ARCHIVED' WHERE slug = 'lamp'");
    WishView gone = wish(jo, "LAMP");
    assertFalse(gone.isSold());
    assertFalse(gone.canBeBought());
    assertFalse(gone.canBeAwaited());
    wishlists.remove(jo, "LAMP");
    assertTrue(skus(jo).isEmpty());
  }

  @Test
  void aHeartOnACardMeansTheVariantThatThePageBeginsWith() {
    assertEquals("SOCK-L", wishlists.addProduct(jo, "socks"));
    assertEquals("DRUM", wishlists.addProduct(jo, "drum"));
    assertEquals(List.of("drum", "socks"), wishlists.wished(jo).products());
    assertEquals(List.of("DRUM", "SOCK-L"), wishlists.wished(jo).skus());
    for (String slug : List.of("old", "none", "", "NO SLUG", "x".repeat(500))) {
      assertFault(WishlistFault.UNKNOWN_ARTICLE, () -> wishlists.addProduct(jo, slug));
    }
  }

  @Test
  void aHeartTakenBackTakesEveryVariantOutOfEveryListAndTellsFromWhere() {
    long birthday = wishlists.create(jo, "Birthday").id();
    wishlists.add(jo, "SOCK-L");
    wishlists.add(jo, birthday, "SOCK-S");
    wishlists.add(jo, birthday, "LAMP");
    wishlists.add(sam, "SOCK-L");
    List<WishPlace> removed = wishlists.removeProduct(jo, "socks");
    assertEquals(2, removed.size());
    assertEquals(List.of("LAMP"), wishlists.wished(jo).skus());
    removed.forEach(place -> wishlists.add(jo, place.list(), place.sku()));
    assertEquals(3, wishlists.count(jo));
    assertEquals(List.of("SOCK-L"), skus(sam));
    assertTrue(wishlists.remove(jo, "DRUM").isEmpty());
  }

  @Test
  void listsHaveNamesThatDiffer() {
    long birthday = wishlists.create(jo, " Birthday ").id();
    assertEquals("Birthday", wishlists.show(jo, birthday).list().name());
    assertFault(WishlistFault.NAME_TAKEN, () -> wishlists.create(jo, "BIRTHDAY"));
    long later = wishlists.create(jo, "Later").id();
    assertFault(WishlistFault.NAME_TAKEN, () -> wishlists.rename(jo, later, "birthday"));
    wishlists.rename(jo, birthday, "BIRTHDAY");
    wishlists.rename(jo, standard(jo), "Mine");
    assertEquals(
        List.of("Mine", "BIRTHDAY", "Later"),
        wishlists.lists(jo).stream().map(WishlistSummary::name).toList());
    wishlists.create(sam, "Birthday");
    for (String name : List.of("", "  ", "x".repeat(61), "a\nb", "a\0b", "\u202Eb")) {
      assertThrows(ConstraintViolationException.class, () -> wishlists.create(jo, name), name);
      assertThrows(
          ConstraintViolationException.class, () -> wishlists.rename(jo, later, name), name);
    }
    String hostile = "<script>alert(1)</script>' OR 1=1 --";
    assertEquals(hostile, wishlists.create(jo, hostile).name());
  }

  @Test
  void aListIsDeletedWithItsWishesButNeverTheDefaultOne() {
    long birthday = wishlists.create(jo, "Birthday").id();
    wishlists.add(jo, birthday, "LAMP");
    wishlists.delete(jo, birthday);
    assertEquals(0, shop.number("SELECT count(*) FROM wish"));
    assertFault(WishlistFault.UNKNOWN, () -> wishlists.show(jo, birthday));
    assertFault(WishlistFault.DEFAULT_LIST, () -> wishlists.delete(jo, standard(jo)));
  }

  @Test
  void aWishMovesToAnotherListAsOldAsItIs() {
    long birthday = wishlists.create(jo, "Birthday").id();
    wishlists.add(jo, "LAMP");
    shop.execute("UPDATE wish SET added_at = '2026-01-01 00:00Z', price_minor = 9900");
    wishlists.move(jo, standard(jo), "LAMP", birthday);
    assertTrue(skus(jo).isEmpty());
    WishView moved = wishlists.show(jo, birthday).wishes().get(0);
    assertEquals("EUR 99.00", moved.priceThen().toString());
    assertEquals("2026-01-01T00:00:00Z", moved.addedAt().toString());
    assertFault(WishlistFault.UNKNOWN, () -> wishlists.move(jo, standard(jo), "LAMP", birthday));
    wishlists.add(jo, "LAMP");
    wishlists.move(jo, standard(jo), "LAMP", birthday);
    assertEquals(1, wishlists.show(jo, birthday).wishes().size());
    wishlists.move(jo, birthday, "LAMP", birthday);
    assertEquals(1, wishlists.show(jo, birthday).wishes().size());
  }

  @Test
  void aListIsFullAtItsLimit() {
    fill(standard(jo));
    assertFault(WishlistFault.LIST_FULL, () -> wishlists.add(jo, "LAMP"));
    String held = skus(jo).get(0);
    wishlists.add(jo, held);
    long other = wishlists.create(jo, "Other").id();
    wishlists.add(jo, other, "LAMP");
    wishlists.add(jo, other, held);
    assertFault(WishlistFault.LIST_FULL, () -> wishlists.move(jo, other, "LAMP", standard(jo)));
    wishlists.move(jo, other, held, standard(jo));
    assertEquals(Wishlist.MAX_WISHES, wishlists.show(jo).wishes().size());
  }

  private void fill(long list) {
    shop.execute(
        """
        INSERT INTO product_variant (id, product_id, position, sku, price_minor, price_currency, available)
        SELECT 100000 + n, p.id, 10 + n, 'FILL-' || n, 100, 'EUR', 1 FROM product p, generate_series(1, %d) n
         WHERE p.slug = 'socks'
        """
            .formatted(Wishlist.MAX_WISHES));
    shop.execute(
        """
        INSERT INTO wish (wishlist_id, variant_id, price_minor, price_currency)
        SELECT %d, id, 100, 'EUR' FROM product_variant WHERE sku LIKE 'FILL-%%'
        """
            .formatted(list));
  }

  @Test
  void nobodyReachesTheListOfSomebodyElse() {
    wishlists.add(jo, "LAMP");
    long josList = standard(jo);
    long samsList = standard(sam);
    List<Executable> tries =
        List.of(
            () -> wishlists.show(sam, josList),
            () -> wishlists.add(sam, josList, "DRUM"),
            () -> wishlists.remove(sam, josList, "LAMP"),
            () -> wishlists.rename(sam, josList, "Mine"),
            () -> wishlists.delete(sam, josList),
            () -> wishlists.share(sam, josList),
            () -> wishlists.unshare(sam, josList),
            () -> wishlists.move(sam, josList, "LAMP", samsList),
            () -> wishlists.move(sam, samsList, "LAMP", josList),
            () -> wishlists.add(0, "LAMP"),
            () -> wishlists.show(-1));
    tries.forEach(attempt -> assertFault(WishlistFault.UNKNOWN, attempt));
    assertEquals(List.of("LAMP"), skus(jo));
    assertTrue(skus(sam).isEmpty());
  }

  @Test
  void aSharedListIsSeenByItsLinkUntilItIsTakenBack() {
    wishlists.add(jo, "LAMP");
    String first = wishlists.share(jo, standard(jo));
    SharedWishlist seen = wishlists.shared(first).orElseThrow();
    assertEquals("Jo", seen.owner());
    assertEquals(List.of("LAMP"), seen.wishes().stream().map(WishView::sku).toList());
    assertEquals(first, wishlists.lists(jo).get(0).shareToken());
    String second = wishlists.share(jo, standard(jo));
    assertNotEquals(first, second);
    assertEquals(Optional.empty(), wishlists.shared(first));
    wishlists.unshare(jo, standard(jo));
    assertEquals(Optional.empty(), wishlists.shared(second));
    for (String none : List.of("", "x", "' OR 1=1", "0".repeat(43), "x".repeat(1000))) {
      assertEquals(Optional.empty(), wishlists.shared(none));
    }
  }

  @Test
  void listsAreShownToTheirOwnerAndForgottenWithTheAccount() {
    long birthday = wishlists.create(jo, "Birthday").id();
    wishlists.add(jo, birthday, "LAMP");
    String link = wishlists.share(jo, birthday);
    wishlists.create(sam, "Sam only");
    JsonObject held = privacy.export(jo).getJsonArray("wishlists").getJsonObject(1);
    assertEquals("Birthday", held.getString("name"));
    assertTrue(held.getBoolean("shared"));
    assertEquals("LAMP", held.getJsonArray("wishes").getJsonObject(0).getString("sku"));
    assertFalse(privacy.export(jo).toString().contains("Sam only"));
    privacy.erase(jo);
    assertEquals(0, shop.number("SELECT count(*) FROM wishlist WHERE customer_id = " + jo));
    assertEquals(Optional.empty(), wishlists.shared(link));
    assertFault(WishlistFault.UNKNOWN, () -> wishlists.add(jo, "LAMP"));
    assertEquals(2, wishlists.lists(sam).size());
  }

  /** Runs all at once; returns how many were refused. */
  private int all(List<Runnable> tabs) throws InterruptedException {
    int refused = 0;
    List<Callable<Object>> calls = new ArrayList<>();
    tabs.forEach(
        tab ->
            calls.add(
                () -> {
                  tab.run();
                  return null;
                }));
    for (Future<Object> call : executor.invokeAll(calls)) {
      try {
        call.get();
      } catch (ExecutionException failed) {
        assertEquals(WishlistException.class, failed.getCause().getClass());
        refused++;
      }
    }
    return refused;
  }

  private static void assertFault(WishlistFault fault, Executable attempt) {
    assertEquals(fault, assertThrows(WishlistException.class, attempt).getFault());
  }

  private long standard(long customer) {
    return wishlists.lists(customer).get(0).id();
  }

  private WishView wish(long customer, String sku) {
    return wishlists.show(customer).wishes().stream()
        .filter(wish -> wish.sku().equals(sku))
        .findFirst()
        .orElseThrow();
  }

  private List<String> skus(long customer) {
    return wishlists.show(customer).wishes().stream().map(WishView::sku).toList();
  }
}
