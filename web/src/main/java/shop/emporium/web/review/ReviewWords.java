package shop.emporium.web.review;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.web.shared.PageText;

/** Days and names, as pages about reviews say them. */
final class ReviewWords {

  private ReviewWords() {}

  /** The day with its year, such as "22 November 2026". */
  static String day(Instant moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .localizedBy(locale)
        .format(moment.atZone(DeliveryEstimate.PLACE));
  }

  /** What a buyer is called. */
  static String name(String shownName, Locale locale) {
    return shownName.isEmpty() ? PageText.of("review.nameless", locale) : shownName;
  }

  /** For an attribute {@code lang}: null where a text is in the language of the page anyway. */
  static String otherLanguage(String language, Locale locale) {
    return language.equals(locale.getLanguage()) ? null : language;
  }
}
