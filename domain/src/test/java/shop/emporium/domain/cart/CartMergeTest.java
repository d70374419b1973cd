package shop.emporium.domain.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.catalog.Product;
import shop.emporium.domain.catalog.ProductStatus;
import shop.emporium.domain.catalog.ProductVariant;

/** Every case of the rule by which a guest's cart becomes part of a customer's, both ways round. */
class CartMergeTest {

  private static final Instant LONG_AGO = Instant.parse("2026-10-01T12:00:00Z");
  private static final Instant YESTERDAY = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Product socks = new Product("socks", NOW);
  private final Cart own = Cart.ofCustomer(7, LONG_AGO);
  private final Cart guests = new Cart(CartToken.random(), YESTERDAY);

  @Test
  void whatOnlyTheGuestHadIsTakenOver() {
    guests.add(variant("SOCK", 10), 2, YESTERDAY);
    own.merge(guests, NOW);
    assertThat(quantityOf("SOCK")).isEqualTo(2);
    assertThat(own.getLines().get(0).getAddedAt()).isEqualTo(YESTERDAY);
    assertThat(own.getLines().get(0).getMerged()).isEmpty();
    assertThat(own.getJoinedLines()).isZero();
    assertThat(own.getTouchedAt()).isEqualTo(NOW);
  }

  @Test
  void whatOnlyTheCustomerHadStays() {
    ProductVariant sock = variant("SOCK", 10);
    own.add(sock, 8, LONG_AGO);
    sock.stock(3);
    own.merge(guests, NOW);
    assertThat(quantityOf("SOCK")).isEqualTo(8);
    assertThat(own.getJoinedLines()).isZero();
  }

  @Test
  void piecesOfTheSameVariantAreAddedUpAndTold() {
    ProductVariant sock = variant("SOCK", 10);
    own.add(sock, 2, LONG_AGO);
    guests.add(sock, 3, YESTERDAY);
    own.merge(guests, NOW);
    assertThat(own.getLines()).hasSize(1);
    assertThat(own.getLines().get(0).getMerged()).contains(new QuantityChange(5, 5));
    assertThat(own.getJoinedLines()).isEqualTo(1);
  }

  @Test
  void noMoreThanIsLeftIsHeldAndThatIsTold() {
    ProductVariant sock = variant("SOCK", 10);
    own.add(sock, 2, LONG_AGO);
    guests.add(sock, 3, YESTERDAY);
    sock.stock(3);
    own.merge(guests, NOW);
    assertThat(own.getLines().get(0).getMerged()).contains(new QuantityChange(5, 3));
  }

  @Test
  void theGuestsOwnLineIsCutToWhatIsLeftToo() {
    ProductVariant sock = variant("SOCK", 10);
    guests.add(sock, 5, YESTERDAY);
    sock.stock(3);
    own.merge(guests, NOW);
    assertThat(own.getLines().get(0).getMerged()).contains(new QuantityChange(5, 3));
  }

  @Test
  void aLineHoldsNoMoreThanNinetyNine() {
    ProductVariant sock = variant("SOCK", 5000);
    own.add(sock, 60, LONG_AGO);
    guests.add(sock, 60, YESTERDAY);
    own.merge(guests, NOW);
    assertThat(own.getLines().get(0).getMerged()).contains(new QuantityChange(120, 99));
  }

  @Test
  void whatIsSoldOutKeepsWhatWasWanted() {
    ProductVariant sock = variant("SOCK", 10);
    ProductVariant cap = variant("CAP", 10);
    ProductVariant hat = variant("HAT", 10);
    own.add(sock, 2, LONG_AGO);
    own.add(cap, 4, LONG_AGO);
    guests.add(sock, 3, YESTERDAY);
    guests.add(hat, 5, YESTERDAY);
    List.of(sock, cap, hat).forEach(variant -> variant.stock(0));
    own.merge(guests, NOW);
    assertThat(quantityOf("SOCK")).isEqualTo(5);
    assertThat(quantityOf("CAP")).isEqualTo(4);
    assertThat(quantityOf("HAT")).isEqualTo(5);
  }

  @Test
  void whatIsNoLongerSoldKeepsWhatWasWanted() {
    ProductVariant sock = variant("SOCK", 200);
    own.add(sock, 60, LONG_AGO);
    guests.add(sock, 60, YESTERDAY);
    socks.changeStatus(ProductStatus.ARCHIVED);
    own.merge(guests, NOW);
    assertThat(quantityOf("SOCK")).isEqualTo(99);
  }

  @Test
  void linesStandWhereTheOlderOfTheTwoStood() {
    ProductVariant sock = variant("SOCK", 10);
    guests.add(sock, 1, LONG_AGO);
    guests.add(variant("CAP", 10), 1, NOW);
    own.add(variant("HAT", 10), 1, YESTERDAY);
    own.add(sock, 1, NOW);
    own.merge(guests, NOW);
    assertThat(skus(own.getLines())).containsExactly("SOCK", "HAT", "CAP");
  }

  @Test
  void theOldestOfTooManyLinesAreSavedForLater() {
    fill(own, "OWN-", LONG_AGO);
    guests.add(variant("NEW-1", 5), 1, YESTERDAY);
    guests.add(variant("NEW-2", 5), 1, YESTERDAY.plusSeconds(1));
    own.merge(guests, NOW);
    assertThat(own.getLines()).hasSize(Cart.MAX_LINES);
    assertThat(skus(own.getLines())).contains("NEW-1", "NEW-2");
    assertThat(skus(own.getSaved())).containsExactly("OWN-0", "OWN-1");
    assertThat(own.getSaved()).allMatch(CartLine::hasMadeRoom);
  }

  @Test
  void theSameTheOtherWayRound() {
    fill(guests, "GUEST-", LONG_AGO);
    own.add(variant("NEW", 5), 1, YESTERDAY);
    own.merge(guests, NOW);
    assertThat(skus(own.getLines())).contains("NEW").hasSize(Cart.MAX_LINES);
    assertThat(skus(own.getSaved())).containsExactly("GUEST-0");
  }

  @Test
  void whatMakesRoomJoinsWhatIsSavedOfIt() {
    ProductVariant first = variant("OWN-0", 50);
    own.add(first, 4, LONG_AGO);
    own.save("OWN-0", LONG_AGO);
    fill(own, "OWN-", LONG_AGO);
    guests.add(variant("NEW", 5), 1, YESTERDAY);
    own.merge(guests, NOW);
    assertThat(own.getSaved()).hasSize(1);
    assertThat(own.getSaved().get(0).getQuantity()).isEqualTo(5);
    assertThat(own.getSaved().get(0).hasMadeRoom()).isTrue();
  }

  @Test
  void whatEitherHadSavedStaysSaved() {
    ProductVariant sock = variant("SOCK", 200);
    ProductVariant cap = variant("CAP", 10);
    ProductVariant hat = variant("HAT", 10);
    own.add(sock, 60, LONG_AGO);
    own.add(cap, 2, LONG_AGO);
    guests.add(sock, 60, YESTERDAY);
    guests.add(hat, 3, YESTERDAY);
    for (Cart cart : List.of(own, guests)) {
      skus(cart.getLines()).forEach(sku -> cart.save(sku, YESTERDAY));
    }
    own.merge(guests, NOW);
    assertThat(own.getLines()).isEmpty();
    assertThat(savedOf("SOCK")).isEqualTo(99);
    assertThat(savedOf("CAP")).isEqualTo(2);
    assertThat(savedOf("HAT")).isEqualTo(3);
  }

  @Test
  void whatOneSavedAndTheOtherHasInTheCartIsBoth() {
    ProductVariant sock = variant("SOCK", 10);
    ProductVariant cap = variant("CAP", 10);
    own.add(sock, 2, LONG_AGO);
    own.save("SOCK", LONG_AGO);
    guests.add(sock, 3, YESTERDAY);
    own.add(cap, 4, LONG_AGO);
    guests.add(cap, 5, YESTERDAY);
    guests.save("CAP", YESTERDAY);
    own.merge(guests, NOW);
    assertThat(quantityOf("SOCK")).isEqualTo(3);
    assertThat(savedOf("SOCK")).isEqualTo(2);
    assertThat(quantityOf("CAP")).isEqualTo(4);
    assertThat(savedOf("CAP")).isEqualTo(5);
  }

  @Test
  void whatFindsNoRoomEvenAmongTheSavedIsCounted() {
    for (int round = 0; round < 4; round++) {
      Cart guest = new Cart(CartToken.random(), YESTERDAY);
      Instant added = YESTERDAY.plusSeconds(round);
      fill(guest, "ROUND-" + round + "-", added);
      skus(guest.getLines()).forEach(sku -> guest.save(sku, added));
      own.merge(guest, NOW);
    }
    assertThat(own.getSaved()).hasSize(Cart.MAX_SAVED_BY_MERGE);
    assertThat(own.getDroppedLines()).isEqualTo(100);
    assertThat(skus(own.getSaved())).noneMatch(sku -> sku.startsWith("ROUND-0-"));
  }

  @Test
  void whatWasReadIsToldNoMore() {
    ProductVariant sock = variant("SOCK", 10);
    own.add(sock, 2, LONG_AGO);
    guests.add(sock, 3, YESTERDAY);
    own.merge(guests, NOW);
    own.acknowledge(NOW);
    assertThat(own.getLines().get(0).getMerged()).isEmpty();
    assertThat(own.getJoinedLines()).isZero();
  }

  @Test
  void theNextChangeOfALineTakesItsNewsAway() {
    ProductVariant sock = variant("SOCK", 10);
    own.add(sock, 2, LONG_AGO);
    guests.add(sock, 3, YESTERDAY);
    own.merge(guests, NOW);
    own.change("SOCK", 1, NOW);
    assertThat(own.getLines().get(0).getMerged()).isEmpty();
  }

  @Test
  void whatTheGuestSawIsWhatTheCustomerSaw() {
    ProductVariant sock = variant("SOCK", 10);
    guests.add(sock, 2, YESTERDAY);
    sock.price(Money.parse("EUR 12.00"), null);
    own.merge(guests, NOW);
    assertThat(own.getLines().get(0).getSeenPrice()).isEqualTo(Money.parse("EUR 14.50"));
    own.acknowledge(NOW);
    assertThat(own.getLines().get(0).getSeenPrice()).isEqualTo(Money.parse("EUR 12.00"));
  }

  @Test
  void aLineIsSavedForLaterAndComesBack() {
    own.add(variant("SOCK", 10), 2, LONG_AGO);
    own.add(variant("CAP", 10), 1, YESTERDAY);
    assertThat(own.save("SOCK", NOW)).contains(2);
    assertThat(own.save("SOCK", NOW)).isEmpty();
    assertThat(skus(own.getLines())).containsExactly("CAP");
    assertThat(own.bringBack("SOCK", NOW)).contains(new QuantityChange(2, 2));
    assertThat(own.bringBack("SOCK", NOW)).isEmpty();
    assertThat(own.getSaved()).isEmpty();
    assertThat(quantityOf("SOCK")).isEqualTo(2);
  }

  @Test
  void savingTwiceAddsUpAndComingBackDoesToo() {
    ProductVariant sock = variant("SOCK", 6);
    own.add(sock, 2, LONG_AGO);
    own.save("SOCK", NOW);
    own.add(sock, 3, NOW);
    own.save("SOCK", NOW);
    assertThat(savedOf("SOCK")).isEqualTo(5);
    own.add(sock, 2, NOW);
    assertThat(own.bringBack("SOCK", NOW)).contains(new QuantityChange(7, 6));
    assertThat(own.getSaved()).isEmpty();
  }

  @Test
  void whatIsSoldOutStaysSaved() {
    ProductVariant sock = variant("SOCK", 6);
    own.add(sock, 2, LONG_AGO);
    own.save("SOCK", NOW);
    sock.stock(0);
    assertThatExceptionOfType(OutOfStockException.class)
        .isThrownBy(() -> own.bringBack("SOCK", NOW));
    assertThat(savedOf("SOCK")).isEqualTo(2);
    assertThat(own.discard("SOCK", NOW)).isPresent();
    assertThat(own.discard("SOCK", NOW)).isEmpty();
  }

  @Test
  void noMoreIsSavedThanFits() {
    fill(own, "SOCK-", LONG_AGO);
    skus(own.getLines()).forEach(sku -> own.save(sku, NOW));
    own.add(variant("ONE-MORE", 1), 1, NOW);
    assertThatExceptionOfType(CartFullException.class)
        .isThrownBy(() -> own.save("ONE-MORE", NOW))
        .satisfies(full -> assertThat(full.isOfSaved()).isTrue());
  }

  @Test
  void readingTakesNoMoreThanIsLeftAndKeepsThePriceOfWhatIsSaved() {
    ProductVariant sock = variant("SOCK", 6);
    ProductVariant cap = variant("CAP", 6);
    own.add(sock, 5, LONG_AGO);
    own.add(cap, 5, LONG_AGO);
    own.save("CAP", LONG_AGO);
    sock.stock(3);
    cap.price(Money.parse("EUR 12.00"), null);
    own.acknowledge(NOW);
    assertThat(quantityOf("SOCK")).isEqualTo(3);
    assertThat(own.getSaved().get(0).getSeenPrice()).isEqualTo(Money.parse("EUR 14.50"));
  }

  @Test
  void emptyingTheCartKeepsWhatIsSaved() {
    own.add(variant("SOCK", 6), 5, LONG_AGO);
    own.save("SOCK", NOW);
    own.add(variant("CAP", 6), 5, LONG_AGO);
    own.clear(NOW);
    assertThat(own.getLines()).isEmpty();
    assertThat(savedOf("SOCK")).isEqualTo(5);
  }

  private void fill(Cart cart, String prefix, Instant from) {
    for (int i = 0; i < Cart.MAX_LINES; i++) {
      ProductVariant variant =
          socks.findVariant(prefix + i).orElse(null) == null
              ? variant(prefix + i, 50)
              : socks.findVariant(prefix + i).orElseThrow();
      cart.add(variant, 1, from.plusMillis(i));
    }
  }

  private int quantityOf(String sku) {
    return pieces(own.getLines(), sku);
  }

  private int savedOf(String sku) {
    return pieces(own.getSaved(), sku);
  }

  private static int pieces(List<CartLine> lines, String sku) {
    return lines.stream()
        .filter(line -> line.getVariant().getSku().equals(sku))
        .mapToInt(CartLine::getQuantity)
        .sum();
  }

  private static List<String> skus(List<CartLine> lines) {
    return lines.stream().map(line -> line.getVariant().getSku()).toList();
  }

  private ProductVariant variant(String sku, int available) {
    socks.changeStatus(ProductStatus.ACTIVE);
    ProductVariant variant = socks.variant(sku, 1, List.of());
    variant.price(Money.parse("EUR 14.50"), null);
    variant.stock(available);
    return variant;
  }
}
