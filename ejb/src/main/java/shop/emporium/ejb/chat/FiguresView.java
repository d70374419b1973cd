package shop.emporium.ejb.chat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How well people were answered.
 *
 * @param from first day, at the place of the shop
 * @param until last day
 * @param days all days, also those on which nobody wrote
 * @param agents whoever answered, by name
 */
public record FiguresView(
    LocalDate from, LocalDate until, Sum total, List<Day> days, List<Agent> agents) {

  /** The most days that are reckoned at once. */
  public static final int MOST_DAYS = 366;

  /**
   * Figures of some conversations. Times are seconds, of chats only; null where there is none.
   *
   * @param conversations that began
   * @param waitingMedian until an agent took it
   * @param answerMedian until an agent said something
   * @param resolved that are closed by now
   * @param stars average with one decimal; null where nobody rated
   */
  public record Sum(
      int conversations,
      Integer waitingMedian,
      Integer waiting95,
      Integer answerMedian,
      Integer answer95,
      int resolved,
      BigDecimal stars) {

    static final Sum NONE = new Sum(0, null, null, null, null, 0, null);
  }

  /** Conversations that began on a day. */
  public record Day(LocalDate day, Sum sum) {}

  /** Conversations that somebody answers, or answered last. */
  public record Agent(long id, String name, Sum sum) {}

  /** Whether so many days can be reckoned: the last is not before the first. */
  public static boolean isRange(LocalDate from, LocalDate until) {
    long days = ChronoUnit.DAYS.between(from, until) + 1;
    return days >= 1 && days <= MOST_DAYS;
  }
}
