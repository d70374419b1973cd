package shop.emporium.web.chat;

import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Does what is due in rounds, one at a time: what becomes due meanwhile is done in the next round.
 * A round that fails is tried again a moment later.
 */
final class Rounds {

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  /** A round that began so long ago was never run: the node was suspended then. */
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final ScheduledExecutorService executor;
  private final Work work;
  private final Runnable run;
  private final Pause pause;

  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  /** How long the last round took. */
  private volatile long tookNanos;

  /** When the last round began, or 0. */
  private final AtomicLong runningSince = new AtomicLong();

  /**
   * What is between a wake-up and its round, so that more may come.
   *
   * @param millis at least; may be 0
   * @param rest for each moment of a round so many of a pause: 9 where no more than a tenth of the
   *     time shall go into rounds, 0 where they may take all of it
   */
  record Pause(long millis, int rest) {

    private long after(long roundNanos) {
      long resting = TimeUnit.NANOSECONDS.toMillis(roundNanos) * rest;
      return Math.max(millis, Math.min(resting, LONGEST_PAUSE_MILLIS));
    }
  }

  /** What is to be done. */
  interface Work {

    boolean isDue();

    /** Does what is due; what fails is due again afterwards. */
    void round();
  }

  /**
   * Rounds of some work.
   *
   * @param wrap has the round run as code of this archive
   */
  Rounds(ScheduledExecutorService executor, UnaryOperator<Runnable> wrap, Work work, Pause pause) {
    this.executor = executor;
    this.work = work;
    this.run = wrap.apply(this::run);
    this.pause = pause;
  }

  /** Has a round begin, unless one is under way, which goes on with what is due now. */
  void wake() {
    begin(pause());
  }

  private long pause() {
    return pause.after(tookNanos);
  }

  private void begin(long millis) {
    long since = runningSince.get();
    long now = System.nanoTime();
    if ((since == 0 || now - since > STUCK_NANOS) && runningSince.compareAndSet(since, now)) {
      try {
        if (millis == 0) {
          executor.execute(run);
        } else {
          Future<?> unused = executor.schedule(run, millis, TimeUnit.MILLISECONDS);
        }
      } catch (RejectedExecutionException away) {
        runningSince.set(0);
        LOG.log(Level.DEBUG, "A round comes later", away);
      }
    }
  }

  private void run() {
    boolean failed = false;
    try {
      while (work.isDue() && !failed) {
        runningSince.set(System.nanoTime());
        failed = !isDone();
        if (pause.millis() > 0) {
          break;
        }
      }
    } finally {
      runningSince.set(0);
    }
    if (work.isDue()) {
      begin(failed ? TimeUnit.SECONDS.toMillis(1) : pause());
    }
  }

  private synchronized boolean isDone() {
    long began = System.nanoTime();
    try {
      work.round();
      return true;
    } catch (RuntimeException away) {
      LOG.log(Level.DEBUG, "A round comes later", away);
      return false;
    } finally {
      tookNanos = System.nanoTime() - began;
    }
  }
}
