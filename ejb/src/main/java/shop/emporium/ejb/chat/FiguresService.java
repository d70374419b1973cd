package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How well people were answered, for those who work here: who calls has made sure of that. */
@Stateless
public class FiguresService {

  /** The most days that are reckoned at once. */
  public static final int MOST_DAYS = 366;

  @Inject private FiguresQueries queries;

  /** Whether so many days can be reckoned: the last is not before the first. */
  public static boolean isRange(LocalDate from, LocalDate until) {
    long days = ChronoUnit.DAYS.between(from, until) + 1;
    return days >= 1 && days <= MOST_DAYS;
  }

  /**
   * The figures of some days at the place of the shop.
   *
   * @throws IllegalArgumentException when {@link #isRange} says no, which the caller looks at first
   */
  public FiguresView of(@NotNull LocalDate from, @NotNull LocalDate until) {
    if (!isRange(from, until)) {
      throw new IllegalArgumentException("No range of days: " + from + " to " + until);
    }
    return queries.of(from, until);
  }
}
