package shop.emporium.web.customer;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.ejb.customer.PasskeyView;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;

/**
 * A passkey in words.
 *
 * @param told when it was added and when it was used last
 */
public record PasskeyLine(long id, String name, String told) {

  static PasskeyLine of(PasskeyView passkey, Locale locale) {
    String added = words(passkey.createdAt(), locale);
    return new PasskeyLine(
        passkey.id(),
        passkey.name(),
        passkey
            .lastUsedAt()
            .map(
                used ->
                    Format.fill2(
                        PageText.of("passkey.used", locale), locale, added, words(used, locale)))
            .orElseGet(() -> Format.fill1(PageText.of("passkey.unused", locale), locale, added)));
  }

  private static String words(Instant moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .localizedBy(locale)
        // The shop's own; it knows no other zone of a visitor.
        .format(moment.atZone(DeliveryEstimate.PLACE));
  }
}
