package shop.emporium.load.chat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets one thing after the other happen, so many a second, by one clock from the beginning. */
final class Pace {

  private final double perNano;
  private final long begun = System.nanoTime();
  private long count;
  private long latest;

  Pace(int perSecond) {
    this.perNano = (double) perSecond / TimeUnit.SECONDS.toNanos(1);
  }

  /** Waits for the next turn. What comes late does not delay the turns after it. */
  void await() {
    long due = begun + (long) (count / perNano);
    count++;
    long now = System.nanoTime();
    while (now < due) {
      LockSupport.parkNanos(due - now);
      now = System.nanoTime();
    }
    latest = Math.max(latest, now - due);
  }

  /** By how much a turn was late, at most; in nanoseconds. */
  long latest() {
    return latest;
  }
}
