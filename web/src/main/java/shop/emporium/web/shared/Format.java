package shop.emporium.web.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How values look in a page: the functions of the taglib {@code https://emporium.shop/tags}. */
public final class Format {

  private static final BigDecimal STAR_WIDTH = BigDecimal.valueOf(16);
  private static final BigDecimal STARS_WIDTH = BigDecimal.valueOf(80);

  // To make a format costs far more than to use it, and a format is of one thread at a time: these
  // are only copied.
  private static final Map<CurrencyFormat, NumberFormat> CURRENCIES = new ConcurrentHashMap<>();
  private static final Map<Locale, NumberFormat> COUNTS = new ConcurrentHashMap<>();
  private static final Map<Pattern, Phrase> PHRASES = new ConcurrentHashMap<>();

  /** More than all texts of all bundles: what comes beyond them is not a text of ours. */
  private static final int MOST_PHRASES = 2000;

  private record CurrencyFormat(CurrencyUnit currency, Locale locale) {}

  private record Pattern(String text, Locale locale) {}

  private Format() {}

  /** An amount with its currency, such as "€349.00"; nothing for null. */
  public static String money(Money money, Locale locale) {
    if (money == null) {
      return "";
    }
    CurrencyFormat key = new CurrencyFormat(money.getCurrencyUnit(), locale);
    return copy(CURRENCIES.computeIfAbsent(key, Format::currencyFormat)).format(money.getAmount());
  }

  private static NumberFormat currencyFormat(CurrencyFormat key) {
    NumberFormat format = NumberFormat.getCurrencyInstance(key.locale());
    format.setCurrency(Currency.getInstance(key.currency().getCode()));
    format.setMinimumFractionDigits(key.currency().getDecimalPlaces());
    format.setMaximumFractionDigits(key.currency().getDecimalPlaces());
    return format;
  }

  private static NumberFormat copy(NumberFormat template) {
    return (NumberFormat) template.clone();
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
    if (number >= 0 && number < 1000) {
      return Integer.toString(number);
    }
    return copy(COUNTS.computeIfAbsent(locale, NumberFormat::getIntegerInstance)).format(number);
  }

  /** An average of ratings with one decimal, such as "4.8"; nothing for null. */
  public static String average(BigDecimal average, Locale locale) {
    if (average == null) {
      return "";
    }
    String text = average.setScale(1, RoundingMode.HALF_UP).toPlainString();
    return text.replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
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

  /** A text as it may stand in the query of an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String fill(String text, Locale locale, Object... values) {
    Pattern pattern = new Pattern(text, locale);
    Phrase known = PHRASES.get(pattern);
    if (known == null) {
      known = new Phrase(text, locale);
      if (PHRASES.size() < MOST_PHRASES) {
        PHRASES.put(pattern, known);
      }
    }
    return known.fill(values);
  }
}
