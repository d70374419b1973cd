package shop.emporium.web.customer;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import shop.emporium.domain.shared.DeliveryEstimate;

/** When something was, as pages say it. */
final class Moments {

  private Moments() {}

  /** Day and time at the place of the shop, which knows no other zone of a visitor. */
  static String words(Instant moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .localizedBy(locale)
        .format(moment.atZone(DeliveryEstimate.PLACE));
  }
}
