package shop.emporium.load.chat;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** How long something took, over and over. */
final class Times {

  private final long[] nanos;

  Times(LongStream nanos) {
    this.nanos = nanos.sorted().toArray();
  }

  /** What so many of a hundred took at most, in milliseconds; nothing is infinite. */
  double percentile(int percent) {
    if (nanos.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    int rank = (int) Math.ceil(nanos.length * percent / 100.0);
    return nanos[Math.max(0, rank - 1)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}
