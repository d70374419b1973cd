package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void moneyKeepsAllItsDecimals() {
    assertThat(Format.money(Money.parse("EUR 349"), Locale.ENGLISH)).isEqualTo("€349.00");
    assertThat(Format.money(Money.parse("EUR 9999999999999.99"), Locale.ENGLISH))
        .isEqualTo("€9,999,999,999,999.99");
    assertThat(Format.money(Money.parse("JPY 1200"), Locale.ENGLISH)).endsWith("1,200");
    assertThat(Format.money(Money.parse("EUR 12.5"), Locale.GERMANY)).isEqualTo("12,50\u00a0€");
    assertThat(Format.money(null, Locale.ENGLISH)).isEmpty();
  }

  @Test
  void amountIsWhatAFieldTakesBack() {
    assertThat(Format.amount(Money.parse("EUR 150"))).isEqualTo("150");
    assertThat(Format.amount(Money.parse("EUR 12.5"))).isEqualTo("12.50");
    assertThat(Format.amount(Money.parse("EUR 0"))).isEqualTo("0");
    assertThat(Format.amount(null)).isEmpty();
  }

  @Test
  void starsFillEightyPixelsAtMost() {
    assertThat(Format.stars(new BigDecimal("4.80"))).isEqualTo("76.8");
    assertThat(Format.stars(new BigDecimal("5"))).isEqualTo("80");
    assertThat(Format.stars(new BigDecimal("7"))).isEqualTo("80");
    assertThat(Format.stars(new BigDecimal("0"))).isEqualTo("0");
    assertThat(Format.stars(null)).isEqualTo("0");
  }

  @Test
  void fillingInKnowsMoneyNumbersAndNothing() {
    Locale locale = Locale.ENGLISH;
    assertThat(Format.fill1("Up to {0}", locale, Money.parse("EUR 150")))
        .isEqualTo("Up to €150.00");
    assertThat(Format.fill1("{0,choice,1#1 item|1<{0} items}", locale, 2400))
        .isEqualTo("2,400 items");
    assertThat(Format.fill2("{0} of {1}", locale, 1, 5)).isEqualTo("1 of 5");
    assertThat(Format.fill1("On sale", locale, null)).isEqualTo("On sale");
    assertThat(Format.fill1("<{0}>", locale, "{1} '")).isEqualTo("<{1} '>");
    assertThat(Format.count(2400, locale)).isEqualTo("2,400");
  }

  @Test
  void germanHasItsOwnWays() {
    assertThat(Format.money(Money.parse("EUR 1349"), Locale.GERMAN)).isEqualTo("1.349,00\u00a0€");
    assertThat(Format.count(2400, Locale.GERMAN)).isEqualTo("2.400");
    assertThat(Format.average(new BigDecimal("4.80"), Locale.GERMAN)).isEqualTo("4,8");
    assertThat(Format.average(new BigDecimal("4.80"), Locale.ENGLISH)).isEqualTo("4.8");
    assertThat(Format.average(null, Locale.ENGLISH)).isEmpty();
  }

  /** Formats are kept, and a format is of one thread at a time: each use must get its own. */
  @Test
  void manyThreadsFormatAtOnce() {
    List<String> wrong =
        IntStream.range(0, 20_000)
            .parallel()
            .mapToObj(
                number -> {
                  Money money = Money.ofMinor(CurrencyUnit.EUR, number);
                  String expected = "%d.%02d".formatted(number / 100, number % 100);
                  String shown = Format.fill1("{0}", Locale.ENGLISH, money).replace(",", "");
                  return shown.equals("€" + expected) ? null : shown;
                })
            .filter(Objects::nonNull)
            .toList();
    assertThat(wrong).isEmpty();
  }
}
