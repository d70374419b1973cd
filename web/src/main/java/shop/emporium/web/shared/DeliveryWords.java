package shop.emporium.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.omnifaces.util.Faces;
import shop.emporium.domain.shared.DeliveryEstimate;

/** Says on which days a parcel arrives that is ordered now: {@code #{delivery.promise}}. */
@Named("delivery")
@RequestScoped
public class DeliveryWords {

  private final Clock clock = Clock.system(DeliveryEstimate.PLACE);

  /** Such as "Order today by 2 pm: with you Fri 27 – Sat 28 November". */
  public String getPromise() {
    return promise(DeliveryEstimate.at(clock), Faces.getLocale());
  }

  /** Such as "Fri 27 – Sat 28 November". */
  public String getDays() {
    return days(DeliveryEstimate.at(clock), Faces.getLocale());
  }

  static String promise(DeliveryEstimate estimate, Locale locale) {
    String key = estimate.today() ? "delivery.today" : "delivery.later";
    return Format.fill1(PageText.of(key, locale), locale, days(estimate, locale));
  }

  /**
   * Such as "Fri 27 – Sat 28 November": the month of the first day is said only when it is another
   * one, and a day that is both is said once.
   */
  public static String days(DeliveryEstimate estimate, Locale locale) {
    if (estimate.earliest().equals(estimate.latest())) {
      return words(estimate.latest(), "delivery.date", locale);
    }
    boolean sameMonth = estimate.earliest().getMonth() == estimate.latest().getMonth();
    String first = words(estimate.earliest(), sameMonth ? "delivery.day" : "delivery.date", locale);
    String last = words(estimate.latest(), "delivery.date", locale);
    return Format.fill2(PageText.of("delivery.days", locale), locale, first, last);
  }

  private static String words(LocalDate date, String key, Locale locale) {
    return DateTimeFormatter.ofPattern(PageText.of(key, locale), locale).format(date);
  }
}
