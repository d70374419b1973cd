package shop.emporium.ejb.wishlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishViewTest {

  @ParameterizedTest
  @CsvSource({
    "EUR 45.00, EUR 50.00, EUR 5.00",
    "EUR 50.00, EUR 50.00,",
    "EUR 55.00, EUR 50.00,",
    "USD 45.00, EUR 50.00,"
  })
  void isCheaperByWhatItCostsLessInTheSameCurrency(String now, String then, String less) {
    assertThat(wish(Money.parse(now), Money.parse(then), 1, true).cheaperBy())
        .isEqualTo(less == null ? null : Money.parse(less));
  }

  @Test
  void canBeAwaitedWhileItIsSoldAndNotThere() {
    Money price = Money.parse("EUR 1.00");
    assertThat(wish(price, price, 0, true).canBeAwaited()).isTrue();
    assertThat(wish(price, price, 1, true).canBeAwaited()).isFalse();
    assertThat(wish(price, price, 0, false).canBeAwaited()).isFalse();
    assertThat(wish(price, price, 1, true).canBeBought()).isTrue();
  }

  @Test
  void othersLearnTheFirstWordOfAName() {
    assertThat(SharedWishlist.firstName(" Jo van Doe ")).isEqualTo("Jo");
    assertThat(SharedWishlist.firstName("")).isEmpty();
  }

  private static WishView wish(Money now, Money then, int available, boolean isSold) {
    return new WishView(
        "S", "s", "Name", "", null, now, null, then, available, isSold, Instant.EPOCH);
  }
}
