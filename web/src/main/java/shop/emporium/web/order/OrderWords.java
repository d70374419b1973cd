package shop.emporium.web.order;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;

/** Days, places and countries, as pages about orders say them. */
final class OrderWords {

  private OrderWords() {}

  /** Day and time, such as "Sun 22 Nov, 14:08". */
  static String moment(Instant moment, Locale locale) {
    return moment == null ? "" : format(moment, "order.moment", locale);
  }

  /** The day with its year, such as "22 November 2026". */
  static String day(Instant moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .localizedBy(locale)
        .format(moment.atZone(DeliveryEstimate.PLACE));
  }

  /** The days on which something is expected, such as "Wed 25 – Thu 26 November". */
  static String days(LocalDate from, LocalDate until, Locale locale) {
    String last = day(until, "delivery.date", locale);
    if (from.equals(until)) {
      return last;
    }
    String first =
        day(from, from.getMonth() == until.getMonth() ? "delivery.day" : "delivery.date", locale);
    return Format.fill2(PageText.of("delivery.days", locale), locale, first, last);
  }

  private static String day(LocalDate date, String key, Locale locale) {
    return DateTimeFormatter.ofPattern(PageText.of(key, locale), locale).format(date);
  }

  private static String format(Instant moment, String key, Locale locale) {
    return DateTimeFormatter.ofPattern(PageText.of(key, locale), locale)
        .format(moment.atZone(DeliveryEstimate.PLACE));
  }

  /** Postal code, city, region and country in a line, as far as there are such. */
  static String place(PostalAddress address, Locale locale) {
    return Stream.of(
            (address.postalCode() + " " + address.city()).strip(),
            address.region(),
            new Locale("", address.country()).getDisplayCountry(locale))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
