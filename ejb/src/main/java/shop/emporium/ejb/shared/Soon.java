package shop.emporium.ejb.shared;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does something a moment after it was asked for, once, however often that is: what else comes up
 * until then is done with it.
 */
public final class Soon {

  private static final System.Logger LOG = System.getLogger(Soon.class.getName());

  /** What was asked for so long ago is not done any more: the node was suspended then. */
  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final ScheduledExecutorService executor;
  private final long pauseMillis;
  private final Runnable work;

  /** Since when it is to be done, or 0. */
  private final AtomicLong dueSince = new AtomicLong();

  /**
   * Something that is done soon.
   *
   * @param pause before it
   */
  public Soon(ScheduledExecutorService executor, Duration pause, Runnable work) {
    this.executor = executor;
    this.pauseMillis = pause.toMillis();
    this.work = work;
  }

  /** Has it done soon; that it could not be is logged only. */
  public void ask() {
    long since = dueSince.get();
    long now = System.nanoTime();
    if ((since == 0 || now - since > LOST_NANOS) && dueSince.compareAndSet(since, now)) {
      try {
        Future<?> unused = executor.schedule(this::run, pauseMillis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException full) {
        dueSince.set(0);
        LOG.log(Level.DEBUG, "Too much at once: it is done when it is asked for again", full);
      }
    }
  }

  private void run() {
    dueSince.set(0);
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.log(Level.DEBUG, "It is done when it is asked for again", failed);
    }
  }
}
