package shop.emporium.domain.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which parcels leave and arrive: Monday to Saturday, except the public holidays that
 * all of Germany has.
 */
public final class WorkingDays {

  private static final Set<MonthDay> FIXED_HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(10, 3),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  /** Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Sunday. */
  private static final Set<Integer> FROM_EASTER = Set.of(-2, 1, 39, 50);

  private WorkingDays() {}

  /** Whether parcels are carried on a day. */
  public static boolean contains(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !FIXED_HOLIDAYS.contains(MonthDay.from(day))
        && !FROM_EASTER.contains(day.getDayOfYear() - easter(day.getYear()).getDayOfYear());
  }

  /**
   * The working day that comes so many working days after a day.
   *
   * @param count 1 or more
   */
  public static LocalDate after(LocalDate day, int count) {
    LocalDate found = day;
    for (int left = count; left > 0; left--) {
      do {
        found = found.plusDays(1);
      } while (!contains(found));
    }
    return found;
  }

  /** Easter Sunday of a Gregorian year, by the rule of Meeus, Jones and Butcher. */
  static LocalDate easter(int year) {
    int golden = year % 19;
    int century = year / 100;
    int leap = century / 4;
    int moon = (19 * golden + century - leap - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
    int late = (golden + 11 * moon + 22 * weekday) / 451;
    int days = moon + weekday - 7 * late + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
