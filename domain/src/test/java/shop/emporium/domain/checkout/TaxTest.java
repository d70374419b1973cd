package shop.emporium.domain.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxTest {

  @ParameterizedTest
  @CsvSource({
    "19, EUR 317.25, EUR 50.65, EUR 60.28",
    "7, EUR 10.70, EUR 0.70, EUR 0.75",
    "8.875, USD 99.99, USD 8.15, USD 8.87",
    "20, EUR 0.03, EUR 0.01, EUR 0.01",
    "19, EUR 0.00, EUR 0.00, EUR 0.00",
    "0, EUR 12.00, EUR 0.00, EUR 0.00",
    "100, EUR 1.00, EUR 0.50, EUR 1.00",
    "10, JPY 1100, JPY 100, JPY 110"
  })
  void isInAPriceOrOnTopOfIt(String percent, String price, String in, String on) {
    assertThat(TaxRate.of(percent).in(Money.parse(price))).isEqualTo(Money.parse(in));
    assertThat(TaxRate.of(percent).on(Money.parse(price))).isEqualTo(Money.parse(on));
  }

  @Test
  void isOneRateHoweverItIsWritten() {
    assertThat(TaxRate.of("19")).isEqualTo(TaxRate.of("19.000"));
    assertThat(TaxRate.of("19.000")).hasToString("19");
    assertThat(TaxRate.of("8.875")).hasToString("8.875");
    assertThat(TaxRate.of("7")).isLessThan(TaxRate.of("19"));
    assertThat(TaxRate.NONE).hasToString("0");
  }

  @Test
  void isBetweenNothingAndAll() {
    assertThatIllegalArgumentException().isThrownBy(() -> TaxRate.of("-1"));
    assertThatIllegalArgumentException().isThrownBy(() -> TaxRate.of("100.001"));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> TaxRate.of("7.0001"));
  }

  @Test
  void isThatOfTheNearestCategory() {
    TaxTable table =
        new TaxTable(
            "DE",
            TaxMode.INCLUSIVE,
            TaxRate.of("19"),
            Map.of("books", TaxRate.of("7"), "audio-books", TaxRate.of("19")));
    assertThat(table.rateFor(List.of("novels", "books", "media"))).isEqualTo(TaxRate.of("7"));
    assertThat(table.rateFor(List.of("audio-books", "books"))).isEqualTo(TaxRate.of("19"));
    assertThat(table.rateFor(List.of("lamps"))).isEqualTo(TaxRate.of("19"));
    assertThat(table.rateFor(List.of())).isEqualTo(TaxRate.of("19"));
  }

  @Property
  void takenOutAndPutOnAgainItIsTheSamePrice(
      @ForAll @LongRange(max = 1_000_000_000L) long minor,
      @ForAll @IntRange(max = 50_000) int thousandths) {
    TaxRate rate = new TaxRate(BigDecimal.valueOf(thousandths, 3));
    Money net = Money.ofMinor(CurrencyUnit.EUR, minor);
    Money gross = net.plus(rate.on(net));
    assertThat(gross.minus(rate.in(gross))).isEqualTo(net);
  }

  @Property
  void isRoundedOnceToTheNearestCent(
      @ForAll @LongRange(max = 1_000_000_000L) long minor,
      @ForAll @IntRange(max = 100_000) int thousandths) {
    TaxRate rate = new TaxRate(BigDecimal.valueOf(thousandths, 3));
    BigDecimal exact =
        BigDecimal.valueOf(minor)
            .multiply(rate.percent())
            .divide(rate.percent().add(BigDecimal.valueOf(100)), 20, RoundingMode.DOWN);
    long tax = rate.in(Money.ofMinor(CurrencyUnit.EUR, minor)).getAmountMinorLong();
    assertThat(exact.subtract(BigDecimal.valueOf(tax)).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.5"));
  }
}
