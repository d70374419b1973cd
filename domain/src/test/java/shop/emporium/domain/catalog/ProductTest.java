package shop.emporium.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ProductTest {

  private final Product shoe = new Product("shoe", Instant.EPOCH);

  @Test
  void isNotOnSaleUntilItIsShown() {
    assertThat(shoe.isOnSale()).isFalse();
    shoe.changeStatus(ProductStatus.ACTIVE);
    assertThat(shoe.isOnSale()).isTrue();
  }

  @Test
  void hasEachVariantOnce() {
    ProductVariant first = shoe.variant("S-42", 1, List.of(new VariantOption("Size", "42")));
    assertThat(shoe.variant("S-42", 2, List.of(new VariantOption("Size", "43")))).isSameAs(first);
    assertThat(shoe.getVariants()).hasSize(1);
    assertThat(first.describe()).isEqualTo("43");
  }

  @Test
  void describesAVariantByAllItsOptions() {
    ProductVariant variant =
        shoe.variant(
            "S", 1, List.of(new VariantOption("Colour", "Lilac"), new VariantOption("Size", "42")));
    assertThat(variant.describe()).isEqualTo("Lilac, 42");
  }

  @Test
  void tellsVariantsApartByThreeOptionsAtMost() {
    VariantOption option = new VariantOption("a", "b");
    List<VariantOption> four = List.of(option, option, option, option);
    assertThatIllegalArgumentException().isThrownBy(() -> shoe.variant("S", 1, four));
  }

  @Test
  void forgetsAFormerPriceThatIsNotHigher() {
    ProductVariant variant = shoe.variant("S", 1, List.of());
    variant.price(Money.parse("EUR 96.00"), Money.parse("EUR 120.00"));
    assertThat(variant.getFormerPrice()).isEqualTo(Money.parse("EUR 120.00"));
    variant.price(Money.parse("EUR 120.00"), Money.parse("EUR 120.00"));
    assertThat(variant.getFormerPrice()).isNull();
  }

  @Test
  void hasNoNegativeStock() {
    ProductVariant variant = shoe.variant("S", 1, List.of());
    assertThatIllegalArgumentException().isThrownBy(() -> variant.stock(-1));
  }

  @Test
  void replacesItsTagsAndPictures() {
    shoe.tag(List.of("a", "b"));
    shoe.tag(List.of("b", "c"));
    assertThat(shoe.getTags()).containsExactlyInAnyOrder("b", "c");
    shoe.illustrate(List.of(new ProductPicture("1.webp", "side")));
    shoe.illustrate(List.of(new ProductPicture("2.webp", null)));
    assertThat(shoe.getPictures()).containsExactly(new ProductPicture("2.webp", ""));
  }

  @Test
  void saysHowMuchIsLeftInWords() {
    assertThat(StockLevel.of(0)).isEqualTo(StockLevel.SOLD_OUT);
    assertThat(StockLevel.of(1)).isEqualTo(StockLevel.LOW);
    assertThat(StockLevel.of(StockLevel.PLENTY)).isEqualTo(StockLevel.IN_STOCK);
  }
}
