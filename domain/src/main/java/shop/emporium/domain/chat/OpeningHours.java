package shop.emporium.domain.chat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * When people answer: one span of time on each day of the week, or none, in the shop's own time
 * zone, and days on which nobody is there. See {@link #parse} for how it is written.
 *
 * @param zone where the shop's clocks hang
 * @param week the span of each day; a day that is missing is a closed one
 * @param closedDates days on which it is closed once
 * @param closedDays days on which it is closed in each year
 */
public record OpeningHours(
    ZoneId zone,
    Map<DayOfWeek, DaySpan> week,
    Set<LocalDate> closedDates,
    Set<MonthDay> closedDays) {

  /** Nobody plans further, and a shop that opens later is closed for now. */
  private static final int DAYS_AHEAD = 400;

  /**
   * A span of time on the clocks of a place.
   *
   * @param from its first moment
   * @param until the first moment after it
   */
  public record Span(ZonedDateTime from, ZonedDateTime until) {}

  /** Hours that nobody changes. */
  public OpeningHours {
    Map<DayOfWeek, DaySpan> days = new EnumMap<>(DayOfWeek.class);
    days.putAll(week);
    week = Map.copyOf(days);
    closedDates = Set.copyOf(closedDates);
    closedDays = Set.copyOf(closedDays);
  }

  /**
   * Reads hours such as {@code Mo-Fr 08:00-20:00; Sa 10:00-16:00; 12-25,2026-12-31 closed}: parts
   * with {@code ;} between them, each of days and then a span or {@code closed}. Days are {@code
   * Mo}, {@code Mo-Sa} or dates with or without a year, with {@code ,} between them; days of the
   * week may be written in German too. A day of the week that is not named is closed.
   *
   * @param zone a zone of the IANA database, such as {@code Europe/Berlin}
   * @throws IllegalArgumentException when it cannot be understood; the message says what and why
   */
  public static OpeningHours parse(String text, String zone) {
    return OpeningHoursText.parse(text, zone);
  }

  /** Whether somebody is there at a moment. */
  public boolean isOpen(Instant moment) {
    return spanOn(moment.atZone(zone).toLocalDate())
        .filter(span -> !moment.isBefore(span.from().toInstant()))
        .filter(span -> moment.isBefore(span.until().toInstant()))
        .isPresent();
  }

  /** When it closes, if it is open at a moment. */
  public Optional<ZonedDateTime> closesAfter(Instant moment) {
    return isOpen(moment)
        ? spanOn(moment.atZone(zone).toLocalDate()).map(Span::until)
        : Optional.empty();
  }

  /**
   * When it opens the next time after a moment, whether it is open then or not; empty when it stays
   * closed for more than a year.
   */
  public Optional<ZonedDateTime> nextOpening(Instant moment) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    return IntStream.rangeClosed(0, DAYS_AHEAD)
        .mapToObj(today::plusDays)
        .flatMap(date -> spanOn(date).stream())
        .map(Span::from)
        .filter(opening -> opening.toInstant().isAfter(moment))
        .findFirst();
  }

  /**
   * The next spans, the one that goes on first; fewer when it is closed for more than a year.
   *
   * @param count how many, 1 or more
   */
  public List<Span> next(Instant moment, int count) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    return IntStream.rangeClosed(0, DAYS_AHEAD)
        .mapToObj(today::plusDays)
        .flatMap(date -> spanOn(date).stream())
        .filter(span -> moment.isBefore(span.until().toInstant()))
        .limit(count)
        .toList();
  }

  /**
   * The hours that begin on the day that it is at a moment in another zone, on the clocks there:
   * what is 08:00 to 20:00 in Berlin is 16:00 to 04:00 on the next day in Tokyo. Empty on a closed
   * day.
   */
  public Optional<Span> todayIn(ZoneId other, Instant moment) {
    LocalDate there = moment.atZone(other).toLocalDate();
    return IntStream.rangeClosed(-1, 1)
        .mapToObj(there::plusDays)
        .flatMap(date -> spanOn(date).stream())
        .map(
            span ->
                new Span(
                    span.from().withZoneSameInstant(other),
                    span.until().withZoneSameInstant(other)))
        .filter(span -> span.from().toLocalDate().equals(there))
        .findFirst();
  }

  /** The hours of a day of the shop, with what is closed taken into account. */
  public Optional<Span> spanOn(LocalDate date) {
    if (closedDates.contains(date) || closedDays.contains(MonthDay.from(date))) {
      return Optional.empty();
    }
    return Optional.ofNullable(week.get(date.getDayOfWeek())).map(day -> day.on(date, zone));
  }
}
