package shop.emporium.web.support;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import shop.emporium.domain.chat.OpeningHours;
import shop.emporium.ejb.chat.SupportHours;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;

/**
 * When people answer, as a page says it: in the zone of the shop, and as moments for a script that
 * says it in the visitor's.
 */
@Named("hours")
@RequestScoped
public class HoursBacking {

  /** A week ahead: what a script shows, whatever the day. */
  private static final int AHEAD = 6;

  @Inject private SupportHours settings;

  private final Instant now = Instant.now();
  private OpeningHours hours;
  private List<OpeningHours.Span> openings;

  @PostConstruct
  void read() {
    hours = settings.now();
    openings = hours.next(now, AHEAD);
  }

  /** Whether somebody is there now. */
  public boolean isOpen() {
    return hours.isOpen(now);
  }

  /** Until when somebody is there, or when somebody is there again; empty where nobody ever is. */
  public String getWords() {
    if (openings.isEmpty()) {
      return "";
    }
    OpeningHours.Span next = openings.get(0);
    Locale locale = Faces.getLocale();
    return isOpen()
        ? Format.fill1(PageText.of("contact.open", locale), locale, time(next.until(), locale))
        : Format.fill2(
            PageText.of("contact.closed", locale),
            locale,
            day(next.from(), locale),
            time(next.from(), locale));
  }

  /** The next openings: two moments in ISO 8601 with a slash between, one after the other. */
  public String getMoments() {
    return openings.stream()
        .map(opening -> opening.from().toInstant() + "/" + opening.until().toInstant())
        .collect(Collectors.joining(" "));
  }

  /** The zone of the shop, by its IANA name. */
  public String getZone() {
    return hours.zone().getId();
  }

  private static String day(ZonedDateTime moment, Locale locale) {
    return moment.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
  }

  private static String time(ZonedDateTime moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).localizedBy(locale).format(moment);
  }
}
