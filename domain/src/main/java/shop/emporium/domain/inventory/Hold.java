package shop.emporium.domain.inventory;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when pieces are held for a checkout. The last moment is not part of it: what ends now has
 * ended.
 */
public record Hold(Instant until) {

  /** How long, unless the operator says otherwise. */
  public static final Duration USUAL = Duration.ofMinutes(15);

  /** The shortest and the longest that an operator may choose. */
  public static final Duration SHORTEST = Duration.ofMinutes(1);

  public static final Duration LONGEST = Duration.ofHours(24);

  /** A hold that begins now; a length beyond its bounds is brought to the nearest. */
  public static Hold from(Instant now, Duration length) {
    Duration least = length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
    return new Hold(now.plus(least.compareTo(LONGEST) > 0 ? LONGEST : least));
  }

  /** Whether the pieces are still held. */
  public boolean isGood(Instant now) {
    return now.isBefore(until);
  }

  /** What is left of it, to be shown as "14:32"; zero when it has ended. */
  public Duration left(Instant now) {
    return isGood(now) ? Duration.between(now, until) : Duration.ZERO;
  }
}
