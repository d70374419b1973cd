package shop.emporium.web.customer;

import java.util.Locale;
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
    String added = Moments.words(passkey.createdAt(), locale);
    return new PasskeyLine(
        passkey.id(),
        passkey.name(),
        passkey
            .lastUsedAt()
            .map(
                used ->
                    Format.fill2(
                        PageText.of("passkey.used", locale),
                        locale,
                        added,
                        Moments.words(used, locale)))
            .orElseGet(() -> Format.fill1(PageText.of("passkey.unused", locale), locale, added)));
  }
}
