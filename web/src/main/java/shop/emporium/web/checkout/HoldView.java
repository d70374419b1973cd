package shop.emporium.web.checkout;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import shop.emporium.domain.inventory.Hold;
import shop.emporium.domain.shared.DeliveryEstimate;

/**
 * How long pieces are held: until when, for who reads the page without scripts, and for how long
 * still, for the script that counts down.
 *
 * @param until the time of day at the place of the shop, such as 15:42
 * @param seconds left
 */
public record HoldView(String until, long seconds) {

  static HoldView of(Hold hold, Instant now, Locale locale) {
    Duration left = hold.left(now);
    return new HoldView(
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            .localizedBy(locale)
            .format(hold.until().atZone(DeliveryEstimate.PLACE)),
        left.toSeconds());
  }
}
