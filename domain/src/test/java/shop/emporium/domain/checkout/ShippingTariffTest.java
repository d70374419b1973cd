package shop.emporium.domain.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static shop.emporium.domain.checkout.Goods.eur;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ShippingTariffTest {

  private final ShippingTariff standard =
      new ShippingTariff(
          List.of(
              rate("DE", 0, 31_500L, 0, 5_000L, "4.90"),
              rate("DE", 0, 31_500L, 5_000, null, "0"),
              rate("DE", 31_500, null, 0, null, "29.00"),
              rate(null, 0, 10_000L, 0, null, "9.90")));

  @Test
  void goesByWeightAndValue() {
    assertThat(standard.price("DE", 500, eur("49.99"))).contains(eur("4.90"));
    assertThat(standard.price("DE", 500, eur("50.00"))).contains(eur("0"));
    assertThat(standard.price("DE", 31_499, eur("50.00"))).contains(eur("0"));
    assertThat(standard.price("DE", 31_500, eur("500.00"))).contains(eur("29.00"));
    assertThat(standard.price("DE", 0, eur("0"))).contains(eur("4.90"));
  }

  @Test
  void takesRatesOfEverywhereOnlyWhereACountryHasNone() {
    assertThat(standard.price("AT", 500, eur("500.00"))).contains(eur("9.90"));
    ShippingTariff light =
        new ShippingTariff(
            List.of(rate("DE", 0, 100L, 0, null, "1"), rate(null, 0, null, 0, null, "2")));
    assertThat(light.price("DE", 100, eur("1"))).isEmpty();
  }

  @Test
  void saysFromWhichValueOnItCostsNothing() {
    assertThat(standard.freeFrom("DE", CurrencyUnit.EUR)).contains(eur("50.00"));
    assertThat(standard.freeFrom("AT", CurrencyUnit.EUR)).isEmpty();
    assertThat(standard.freeFrom("DE", CurrencyUnit.USD)).isEmpty();
  }

  @Test
  void isNotOfferedForWhatNoRateCovers() {
    assertThat(standard.price("AT", 10_000, eur("5.00"))).isEmpty();
    assertThat(new ShippingTariff(List.of()).price("DE", 1, eur("5.00"))).isEmpty();
    assertThat(standard.price("DE", 1, Money.parse("USD 5.00"))).isEmpty();
  }

  @Test
  void takesTheCheapestWhereSeveralCoverIt() {
    ShippingTariff two =
        new ShippingTariff(
            List.of(rate("DE", 0, null, 0, null, "5"), rate("DE", 0, null, 0, null, "3")));
    assertThat(two.price("DE", 1, eur("1"))).contains(eur("3"));
  }

  @Test
  void hasBoundsThatLeaveSomething() {
    assertThatIllegalArgumentException().isThrownBy(() -> rate("DE", 5, 5L, 0, null, "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> rate("DE", 0, null, 5, 4L, "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> rate("DE", -1, null, 0, null, "1"));
    assertThatIllegalArgumentException().isThrownBy(() -> rate("DE", 0, null, 0, null, "-1"));
  }

  private static ShippingRate rate(
      String country, long from, Long below, long valueFrom, Long valueBelow, String price) {
    return new ShippingRate(country, from, below, valueFrom, valueBelow, eur(price));
  }
}
