package shop.emporium.ejb.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import shop.emporium.ejb.catalog.ListingColumns.ProductFacts;
import shop.emporium.ejb.catalog.ListingColumns.VariantFacts;

class ListingColumnsTest {

  private final ListingColumns columns = new ListingColumns();

  @Test
  void keepsTheOrdinalOfAProductThroughEveryChange() {
    columns.put(product(7, 100));
    columns.put(product(8, 200));
    int ordinal = columns.ordinalOf(7);
    columns.put(product(7, 300, 50, 400));
    columns.remove(7);
    columns.put(product(7, 60));
    assertThat(columns.ordinalOf(7)).isEqualTo(ordinal);
    assertThat(columns.price[ordinal]).isEqualTo(60);
    assertThat(columns.price[columns.ordinalOf(8)]).isEqualTo(200);
  }

  @Test
  void movesVariantsThatBecomeMore() {
    columns.put(product(7, 100));
    columns.put(product(8, 200));
    columns.put(product(7, 300, 50));
    int ordinal = columns.ordinalOf(7);
    int first = columns.firstVariant[ordinal];
    assertThat(columns.variantCount[ordinal]).isEqualTo((short) 2);
    assertThat(columns.variantPrice[first]).isEqualTo(300);
    assertThat(columns.variantPrice[first + 1]).isEqualTo(50);
    assertThat(columns.variantPrice[columns.firstVariant[columns.ordinalOf(8)]]).isEqualTo(200);
  }

  @Test
  void takesOffTheListsWhatIsRemoved() {
    columns.put(product(7, 100));
    columns.remove(7);
    columns.remove(99);
    assertThat(columns.variantCount[columns.ordinalOf(7)]).isZero();
    assertThat(columns.ordinalOf(99)).isEqualTo(-1);
  }

  @Test
  void growsAndTellsWhenGapsAreMany() {
    LongStream.rangeClosed(1, 30_000).forEach(id -> columns.put(product(id, 1)));
    assertThat(columns.size()).isEqualTo(30_000);
    assertThat(columns.isWasteful()).isFalse();
    LongStream.rangeClosed(1, 30_000).forEach(id -> columns.put(product(id, 1, 2)));
    assertThat(columns.isWasteful()).isTrue();
  }

  private static ProductFacts product(long id, int... prices) {
    List<VariantFacts> variants =
        java.util.Arrays.stream(prices)
            .mapToObj(price -> new VariantFacts(price, true, false, List.of()))
            .toList();
    return new ProductFacts(id, 0, 0, false, false, 0, 0, 0, variants);
  }
}
