package shop.emporium.domain.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.catalog.Product;
import shop.emporium.domain.catalog.ProductStatus;
import shop.emporium.domain.catalog.ProductVariant;

class CartTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final Product socks = new Product("socks", NOW);
  private final Cart cart = new Cart(CartToken.random(), NOW);

  @Test
  void addsOnTopOfWhatItHolds() {
    ProductVariant sock = variant("SOCK", 10);
    cart.add(sock, 2, NOW);
    QuantityChange change = cart.add(sock, 3, NOW);
    assertThat(change).isEqualTo(new QuantityChange(5, 5));
    assertThat(cart.getLines()).hasSize(1);
    assertThat(cart.getLines().get(0).getTotal()).isEqualTo(Money.parse("EUR 72.50"));
  }

  @Test
  void holdsNoMoreThanCanBeBoughtAndSaysSo() {
    QuantityChange change = cart.add(variant("SOCK", 3), 4, NOW);
    assertThat(change).isEqualTo(new QuantityChange(4, 3));
    assertThat(change.isReduced()).isTrue();
  }

  @Test
  void holdsNoMoreThanALineMay() {
    assertThat(cart.add(variant("SOCK", 5000), 99, NOW).isReduced()).isFalse();
    assertThat(cart.add(socks.findVariant("SOCK").orElseThrow(), 1, NOW))
        .isEqualTo(new QuantityChange(100, 99));
  }

  @Test
  void refusesWhatIsSoldOut() {
    ProductVariant gone = variant("GONE", 0);
    assertThatExceptionOfType(OutOfStockException.class)
        .isThrownBy(() -> cart.add(gone, 1, NOW))
        .satisfies(soldOut -> assertThat(soldOut.getSku()).isEqualTo("GONE"));
    assertThat(cart.getLines()).isEmpty();
  }

  @Test
  void isFullAtItsLimitOfLines() {
    for (int i = 0; i < Cart.MAX_LINES; i++) {
      cart.add(variant("SOCK-" + i, 1), 1, NOW);
    }
    ProductVariant oneMore = variant("ONE-MORE", 1);
    assertThatExceptionOfType(CartFullException.class).isThrownBy(() -> cart.add(oneMore, 1, NOW));
  }

  @Test
  void changesOnlyWhatItHolds() {
    cart.add(variant("SOCK", 10), 2, NOW);
    assertThat(cart.change("SOCK", 7, NOW)).contains(new QuantityChange(7, 7));
    assertThat(cart.change("OTHER", 7, NOW)).isEmpty();
  }

  @Test
  void removesALineOnceHoweverOftenItIsAsked() {
    cart.add(variant("SOCK", 10), 2, NOW);
    assertThat(cart.remove("SOCK", NOW)).isPresent();
    assertThat(cart.remove("SOCK", NOW)).isEmpty();
  }

  @Test
  void takesAtLeastOnePiece() {
    ProductVariant sock = variant("SOCK", 10);
    assertThatIllegalArgumentException().isThrownBy(() -> cart.add(sock, 0, NOW));
    assertThatIllegalArgumentException().isThrownBy(() -> cart.change("SOCK", -1, NOW));
  }

  @Test
  void remembersWhenItWasTouched() {
    Instant later = NOW.plusSeconds(60);
    cart.clear(later);
    assertThat(cart.getTouchedAt()).isEqualTo(later);
  }

  @Test
  void refusesMoreOfWhatIsNoLongerSold() {
    cart.add(variant("SOCK", 10), 2, NOW);
    socks.changeStatus(ProductStatus.ARCHIVED);
    assertThatExceptionOfType(OutOfStockException.class)
        .isThrownBy(() -> cart.change("SOCK", 3, NOW));
  }

  private ProductVariant variant(String sku, int available) {
    socks.changeStatus(ProductStatus.ACTIVE);
    ProductVariant variant = socks.variant(sku, 1, List.of());
    variant.price(Money.parse("EUR 14.50"), null);
    variant.stock(available);
    return variant;
  }
}
