package shop.emporium.tests.torture;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Tries again what fails while parts are down; never for ever. */
final class Patience {

  /** Longer than a node needs to come back. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 800;

  private final long end = System.nanoTime() + LONGEST.toNanos();
  private long pause = FIRST_PAUSE_MILLIS;

  /** Waits a little, longer each time; false when the time is over. */
  boolean waits() {
    if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
      return false;
    }
    LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
    pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
    return true;
  }

  /** What this yields as soon as it does not fail; the last failure when it never stops failing. */
  static <T> T untilItWorks(Callable<T> work) {
    Patience patience = new Patience();
    while (true) {
      try {
        return work.call();
      } catch (Exception failed) {
        if (!patience.waits()) {
          throw new IllegalStateException("It never worked: " + failed.getMessage(), failed);
        }
      }
    }
  }
}
