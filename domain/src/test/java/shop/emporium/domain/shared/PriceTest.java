package shop.emporium.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

  @ParameterizedTest
  @CsvSource({
    "12.34,1234",
    "0,0",
    "0.1,10",
    "7,700",
    "99999999.99,9999999999",
    " 5.00 ,500",
    "1.500000,150"
  })
  void readsAmountsExactly(String text, long minor) {
    if (minor > 1_000_000_000) {
      assertThatIllegalArgumentException().isThrownBy(() -> Price.parse(text, CurrencyUnit.EUR));
    } else {
      assertThat(Price.parse(text, CurrencyUnit.EUR).getAmountMinorLong()).isEqualTo(minor);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "1,50",
        "1.234",
        "abc",
        "1e3",
        "NaN",
        "0x10",
        "1.2.3",
        "١٢",
        "1 000",
        "+1",
        "123456789"
      })
  void refusesWhatIsNoAmount(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Price.parse(text, CurrencyUnit.EUR));
  }

  @Test
  void knowsCurrenciesWithoutDecimals() {
    assertThat(Price.parse("1200", CurrencyUnit.JPY).getAmountMinorLong()).isEqualTo(1200);
    assertThatIllegalArgumentException().isThrownBy(() -> Price.parse("12.5", CurrencyUnit.JPY));
  }

  @Test
  void isNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> Price.of(Money.parse("EUR -0.01")));
  }

  @Test
  void comesBackAsItWasStored() {
    assertThat(Price.of(Money.parse("EUR 19.99")).toMoney()).isEqualTo(Money.parse("EUR 19.99"));
  }
}
