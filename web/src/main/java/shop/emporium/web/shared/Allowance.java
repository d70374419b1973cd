package shop.emporium.web.shared;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How often somebody may do something: some times at once, and so many more each second. */
public final class Allowance {

  private final int most;
  private final double perNano;
  private double left;
  private long at;

  /** So many at once, and so many more each second from a moment on, as {@link System#nanoTime}. */
  public Allowance(int atOnce, int perSecond, long now) {
    this(atOnce, (double) perSecond / TimeUnit.SECONDS.toNanos(1), now);
  }

  /** So many at once, and one more after each such time from a moment on. */
  Allowance(int atOnce, Duration each, long now) {
    this(atOnce, 1.0 / each.toNanos(), now);
  }

  private Allowance(int atOnce, double perNano, long now) {
    this.most = atOnce;
    this.perNano = perNano;
    this.left = atOnce;
    this.at = now;
  }

  /**
   * Takes one.
   *
   * @param now as {@link System#nanoTime}
   * @return whether there was one
   */
  public synchronized boolean take(long now) {
    left = Math.min(most, left + (now - at) * perNano);
    at = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
