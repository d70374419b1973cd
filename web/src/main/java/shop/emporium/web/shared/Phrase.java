package shop.emporium.web.shared;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * A text with places for values, such as "Only {0} left", taken apart once.
 *
 * <p>A page fills in some hundred. {@link MessageFormat} takes ten times as long for the plain ones
 * and may be used by one thread at a time; it is kept for those that choose between words.
 */
final class Phrase {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  private final Locale locale;
  private final List<String> words = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final MessageFormat format;

  Phrase(String pattern, Locale locale) {
    this.locale = locale;
    Matcher place = PLACE.matcher(pattern);
    int from = 0;
    while (place.find()) {
      words.add(pattern.substring(from, place.start()));
      places.add(Integer.parseInt(place.group(1)));
      from = place.end();
    }
    words.add(pattern.substring(from));
    boolean plain = words.stream().noneMatch(text -> text.matches("(?s).*[{}'].*"));
    format = plain ? null : new MessageFormat(pattern, locale);
  }

  /** The text with its values; null leaves a place empty. */
  String fill(Object... values) {
    if (format != null) {
      Object[] shown =
          Arrays.stream(values)
              .map(value -> value instanceof Number ? value : show(value))
              .toArray();
      return ((MessageFormat) format.clone()).format(shown);
    }
    StringBuilder text = new StringBuilder(words.get(0));
    for (int i = 0; i < places.size(); i++) {
      text.append(show(values[places.get(i)])).append(words.get(i + 1));
    }
    return text.toString();
  }

  private String show(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Money money) {
      return Format.money(money, locale);
    }
    if (value instanceof Integer number) {
      return Format.count(number, locale);
    }
    return value instanceof Number number
        ? NumberFormat.getInstance(locale).format(number)
        : value.toString();
  }
}
