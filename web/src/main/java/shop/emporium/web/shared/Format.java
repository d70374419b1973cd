package shop.emporium.web.shared;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.Money;

/** How values look in a page: the functions of the taglib {@code https://emporium.shop/tags}. */
public final class Format {

  private static final BigDecimal STAR_WIDTH = BigDecimal.valueOf(16);
  private static final BigDecimal STARS_WIDTH = BigDecimal.valueOf(80);

  private Format() {}

  /** An amount with its currency, such as "€349.00"; nothing for null. */
  public static String money(Money money, Locale locale) {
    if (money == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
    format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    return format.format(money.getAmount());
  }

  /** An amount as a field takes it back, such as "349" or "349.50"; nothing for null. */
  public static String amount(Money money) {
    if (money == null) {
      return "";
    }
    BigDecimal amount = money.getAmount();
    return amount.stripTrailingZeros().scale() <= 0
        ? amount.toBigInteger().toString()
        : amount.toPlainString();
  }

  /** What stands for a currency before an amount, such as "€". */
  public static String sign(Money money, Locale locale) {
    return Currency.getInstance(money.getCurrencyUnit().getCode()).getSymbol(locale);
  }

  /** A number with its thousands apart, such as "2,400". */
  public static String count(int number, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** How many of 80 pixels of five stars an average from 0 to 5 fills, such as "76.8". */
  public static String stars(BigDecimal average) {
    if (average == null || average.signum() <= 0) {
      return "0";
    }
    return average.multiply(STAR_WIDTH).min(STARS_WIDTH).stripTrailingZeros().toPlainString();
  }

  /** A text of the bundle with one value filled in; an amount comes as {@link #money} shows it. */
  public static String fill1(String pattern, Locale locale, Object value) {
    return fill(pattern, locale, value);
  }

  /** A text of the bundle with two values filled in. */
  public static String fill2(String pattern, Locale locale, Object first, Object second) {
    return fill(pattern, locale, first, second);
  }

  /** A text of the bundle with three values filled in. */
  public static String fill3(
      String pattern, Locale locale, Object first, Object second, Object third) {
    return fill(pattern, locale, first, second, third);
  }

  private static String fill(String pattern, Locale locale, Object... values) {
    Object[] shown =
        Arrays.stream(values)
            .map(value -> value instanceof Money money ? money(money, locale) : value)
            .map(value -> value == null ? "" : value)
            .toArray();
    return new MessageFormat(pattern, locale).format(shown);
  }
}
