package shop.emporium.ejb.chat.assistant;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.joda.money.Money;

/** What the assistant says, in one language of the shop. */
final class AssistantTexts {

  private static final String BUNDLE = "shop.emporium.ejb.chat.assistant";

  /** The first one for everybody else. */
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  private final Locale locale;
  private final ResourceBundle texts;

  private AssistantTexts(Locale locale) {
    this.locale = locale;
    this.texts = ResourceBundle.getBundle(BUNDLE, locale, AssistantTexts.class.getClassLoader());
  }

  /** The texts in a language; in English where there are none in it. */
  static AssistantTexts in(Locale wanted) {
    return new AssistantTexts(
        LANGUAGES.stream()
            .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
            .findFirst()
            .orElse(LANGUAGES.get(0)));
  }

  /** Whether something that was said is one of these texts, in whichever language. */
  static boolean isOneOf(String said, String... keys) {
    return LANGUAGES.stream()
        .map(AssistantTexts::in)
        .anyMatch(
            all -> Arrays.stream(keys).anyMatch(key -> all.get(key).strip().equals(said.strip())));
  }

  /** A text with its values filled in. */
  String get(String key, Object... values) {
    return new MessageFormat(texts.getString(key), locale).format(values);
  }

  Locale locale() {
    return locale;
  }

  /** An amount with its currency, such as "€349.00". */
  String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
    format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
    return format.format(money.getAmount());
  }

  /** A day, such as "27 November". */
  String day(LocalDate date) {
    return DateTimeFormatter.ofPattern(texts.getString("date"), locale).format(date);
  }

  /** A time of the day, such as "8:00 AM". */
  String time(TemporalAccessor time) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
  }

  /** A moment, such as "Friday, 8:00 AM". */
  String moment(ZonedDateTime moment) {
    return moment.getDayOfWeek().getDisplayName(TextStyle.FULL, locale) + ", " + time(moment);
  }

  /** A country, such as "Austria". */
  String country(String code) {
    return new Locale("", code).getDisplayCountry(locale);
  }
}
