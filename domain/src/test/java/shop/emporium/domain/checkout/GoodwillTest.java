package shop.emporium.domain.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class GoodwillTest {

  private static final Money MOST = Money.parse("EUR 10.00");

  @Test
  void agentsGiveLessThanAdministrators() {
    assertThat(percent(4, true)).isFalse();
    assertThat(percent(5, false)).isTrue();
    assertThat(percent(10, false)).isTrue();
    assertThat(percent(11, false)).isFalse();
    assertThat(percent(20, true)).isTrue();
    assertThat(percent(21, true)).isFalse();
  }

  @Test
  void anAmountIsBoundInTheCurrencyOfTheShop() {
    assertThat(new Goodwill(new Benefit.Amount(MOST), false).isAllowed(MOST)).isTrue();
    assertThat(new Goodwill(new Benefit.Amount(Money.parse("EUR 10.01")), true).isAllowed(MOST))
        .isFalse();
    assertThat(new Goodwill(new Benefit.Amount(Money.parse("USD 1.00")), true).isAllowed(MOST))
        .isFalse();
    assertThat(new Goodwill(new Benefit.FreeShipping(), true).isAllowed(MOST)).isFalse();
  }

  @Test
  void codesAreCodesAndNeverTheSame() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      String code = Goodwill.newCode();
      assertThat(Coupon.codeOf(code)).contains(code);
      codes.add(code);
    }
    assertThat(codes).hasSize(100);
  }

  private static boolean percent(int percent, boolean isByAdministrator) {
    return new Goodwill(new Benefit.Percent(BigDecimal.valueOf(percent)), isByAdministrator)
        .isAllowed(MOST);
  }
}
