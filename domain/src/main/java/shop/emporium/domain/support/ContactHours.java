package shop.emporium.domain.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.domain.shared.WorkingDays;

/**
 * The hours in which somebody answers the telephone: from eight to eight in Berlin, on working
 * days.
 */
public final class ContactHours {

  private static final LocalTime FROM = LocalTime.of(8, 0);
  private static final LocalTime UNTIL = LocalTime.of(20, 0);

  private ContactHours() {}

  /**
   * The hours of one day. They are moments, so that each reader sees them in his own zone.
   *
   * @param from the first moment
   * @param until the first moment after
   */
  public record Opening(Instant from, Instant until) {

    /** Whether somebody is there at a moment. */
    public boolean contains(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(until);
    }
  }

  /**
   * The next openings, the one that goes on first.
   *
   * @param count how many, 1 or more
   */
  public static List<Opening> from(Instant now, int count) {
    LocalDate today = LocalDate.ofInstant(now, DeliveryEstimate.PLACE);
    return Stream.iterate(today, day -> day.plusDays(1))
        .filter(WorkingDays::contains)
        .map(ContactHours::on)
        .filter(opening -> now.isBefore(opening.until()))
        .limit(count)
        .toList();
  }

  private static Opening on(LocalDate day) {
    return new Opening(
        day.atTime(FROM).atZone(DeliveryEstimate.PLACE).toInstant(),
        day.atTime(UNTIL).atZone(DeliveryEstimate.PLACE).toInstant());
  }
}
