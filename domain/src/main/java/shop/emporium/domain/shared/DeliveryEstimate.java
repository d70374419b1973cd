package shop.emporium.domain.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a parcel arrives that is ordered now: the usual way takes two to three working days after it
 * leaves.
 *
 * <p>It leaves on the day of the order when that is a working day and the order comes before {@link
 * #CUT_OFF} in Berlin, else on the next working day.
 *
 * @param today whether it still leaves today, so that the hour of the cut-off is worth saying
 * @param earliest first day on which it may arrive
 * @param latest last day on which it should
 */
public record DeliveryEstimate(boolean today, LocalDate earliest, LocalDate latest) {

  /** Where the shelves are. */
  public static final ZoneId PLACE = ZoneId.of("Europe/Berlin");

  /** Orders before this hour leave on the same working day. */
  public static final LocalTime CUT_OFF = LocalTime.of(14, 0);

  private static final int FASTEST = 2;
  private static final int SLOWEST = 3;

  /** The estimate for an order that is placed now and sent the usual way. */
  public static DeliveryEstimate at(Clock clock) {
    return at(clock, FASTEST, SLOWEST);
  }

  /**
   * The estimate for an order that is placed now.
   *
   * @param fastest working days on the way, 0 or more
   * @param slowest as many or more
   */
  public static DeliveryEstimate at(Clock clock, int fastest, int slowest) {
    if (fastest < 0 || slowest < fastest) {
      throw new IllegalArgumentException("No days on the way: " + fastest + " to " + slowest);
    }
    ZonedDateTime now = ZonedDateTime.now(clock.withZone(PLACE));
    LocalDate day = now.toLocalDate();
    boolean today = WorkingDays.contains(day) && now.toLocalTime().isBefore(CUT_OFF);
    LocalDate leaves = today ? day : WorkingDays.after(day, 1);
    return new DeliveryEstimate(
        today, WorkingDays.after(leaves, fastest), WorkingDays.after(leaves, slowest));
  }
}
