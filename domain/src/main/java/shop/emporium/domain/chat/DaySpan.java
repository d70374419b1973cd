package shop.emporium.domain.chat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * From when until when on a day.
 *
 * @param from minutes after midnight, 0 or more
 * @param until minutes after midnight, more than {@code from}, at most 1,440, which is the end of
 *     the day
 */
public record DaySpan(int from, int until) {

  private static final int HOUR = 60;
  private static final int DAY = 24 * HOUR;

  /** A span within one day. */
  public DaySpan {
    if (from < 0 || until > DAY || until <= from) {
      throw new IllegalArgumentException("It has to end later than it begins, on the same day");
    }
  }

  /** Whether it is the day from its beginning to its end. */
  public boolean isWholeDay() {
    return from == 0 && until == DAY;
  }

  /** When it begins. */
  public LocalTime opens() {
    return time(from);
  }

  /** When it ends; midnight at the end of the day. */
  public LocalTime closes() {
    return time(until);
  }

  /** On the clocks of a place, as they stand on that day: also where they are put forward. */
  OpeningHours.Span on(LocalDate date, ZoneId zone) {
    return new OpeningHours.Span(
        date.atTime(from / HOUR, from % HOUR).atZone(zone),
        until == DAY
            ? date.plusDays(1).atStartOfDay(zone)
            : date.atTime(until / HOUR, until % HOUR).atZone(zone));
  }

  private static LocalTime time(int minutes) {
    return minutes == DAY ? LocalTime.MIDNIGHT : LocalTime.of(minutes / HOUR, minutes % HOUR);
  }
}
