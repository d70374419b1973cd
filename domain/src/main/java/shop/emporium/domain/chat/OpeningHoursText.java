package shop.emporium.domain.chat;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link OpeningHours} from the text of a setting. */
final class OpeningHoursText {

  private static final int LONGEST = 1_000;

  private static final Pattern PART = Pattern.compile("(\\S+(?:\\s*,\\s*\\S+)*)\\s+(\\S+)");
  private static final Pattern SPAN =
      Pattern.compile("([01]?[0-9]|2[0-3]):([0-5][0-9])[-–]([01]?[0-9]|2[0-4]):([0-5][0-9])");
  private static final Pattern DAYS = Pattern.compile("(\\p{L}{2})(?:[-–](\\p{L}{2}))?");
  private static final Pattern DATE = Pattern.compile("(?:([0-9]{4})-)?([0-9]{2})-([0-9]{2})");

  private static final Map<DayOfWeek, Set<String>> NAMES =
      Map.of(
          DayOfWeek.MONDAY, Set.of("mo"),
          DayOfWeek.TUESDAY, Set.of("tu", "di"),
          DayOfWeek.WEDNESDAY, Set.of("we", "mi"),
          DayOfWeek.THURSDAY, Set.of("th", "do"),
          DayOfWeek.FRIDAY, Set.of("fr"),
          DayOfWeek.SATURDAY, Set.of("sa"),
          DayOfWeek.SUNDAY, Set.of("su", "so"));

  private final Map<DayOfWeek, DaySpan> week = new EnumMap<>(DayOfWeek.class);
  private final Set<LocalDate> closedDates = new HashSet<>();
  private final Set<MonthDay> closedDays = new HashSet<>();

  private OpeningHoursText() {}

  static OpeningHours parse(String text, String zone) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Opening hours are a text of 1 to " + LONGEST + " characters");
    }
    ZoneId place = zone(zone);
    OpeningHoursText hours = new OpeningHoursText();
    for (String part : text.split(";", -1)) {
      if (!part.isBlank()) {
        hours.read(part.strip());
      }
    }
    return new OpeningHours(place, hours.week, hours.closedDates, hours.closedDays);
  }

  private static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone == null ? "" : zone.strip());
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "'" + zone + "' is no time zone; write one such as Europe/Berlin", unknown);
    }
  }

  private void read(String part) {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      throw fault(part, "write days and then hours, such as Mo-Sa 08:00-20:00");
    }
    Optional<DaySpan> span = span(part, matcher.group(2));
    for (String days : matcher.group(1).split(",", -1)) {
      read(part, days.strip(), span);
    }
  }

  private void read(String part, String days, Optional<DaySpan> span) {
    Matcher date = DATE.matcher(days);
    if (date.matches()) {
      if (span.isPresent()) {
        throw fault(part, "a date can only be closed");
      }
      close(part, date);
      return;
    }
    Matcher names = DAYS.matcher(days);
    if (!names.matches()) {
      throw fault(part, "'" + days + "' is no day; write Mo, Mo-Sa, 12-25 or 2026-12-25");
    }
    DayOfWeek first = day(part, names.group(1));
    DayOfWeek last = names.group(2) == null ? first : day(part, names.group(2));
    DayOfWeek day = first;
    put(day, span);
    while (day != last) {
      day = day.plus(1);
      put(day, span);
    }
  }

  /** What is said later of a day counts. */
  private void put(DayOfWeek day, Optional<DaySpan> span) {
    if (span.isPresent()) {
      week.put(day, span.orElseThrow());
    } else {
      week.remove(day);
    }
  }

  private void close(String part, Matcher date) {
    int month = Integer.parseInt(date.group(2));
    int day = Integer.parseInt(date.group(3));
    try {
      if (date.group(1) == null) {
        closedDays.add(MonthDay.of(month, day));
      } else {
        closedDates.add(LocalDate.of(Integer.parseInt(date.group(1)), month, day));
      }
    } catch (DateTimeException none) {
      throw new IllegalArgumentException(text(part, "'" + date.group() + "' is no day"), none);
    }
  }

  private static Optional<DaySpan> span(String part, String text) {
    if (List.of("closed", "zu", "geschlossen").contains(text.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw fault(part, "'" + text + "' are no hours; write 08:00-20:00 or closed");
    }
    try {
      return Optional.of(new DaySpan(minutes(span, 1), minutes(span, 3)));
    } catch (IllegalArgumentException never) {
      throw new IllegalArgumentException(
          text(part, "the hours have to end later than they begin, on the same day"), never);
    }
  }

  private static int minutes(Matcher span, int group) {
    return Integer.parseInt(span.group(group)) * 60 + Integer.parseInt(span.group(group + 1));
  }

  private static DayOfWeek day(String part, String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return NAMES.entrySet().stream()
        .filter(day -> day.getValue().contains(wanted))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> fault(part, "'" + name + "' is no day of the week"));
  }

  private static IllegalArgumentException fault(String part, String why) {
    return new IllegalArgumentException(text(part, why));
  }

  private static String text(String part, String why) {
    return "'" + part + "' are no opening hours: " + why;
  }
}
