package shop.emporium.ejb.shared;

import jakarta.enterprise.concurrent.ContextService;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does what is due in rounds, a moment after it became due and never two at a time: what becomes
 * due meanwhile is done in the next one. A round that fails is tried again a second later, as long
 * as something is due.
 */
public final class Rounds {

  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  private static final long AGAIN_MILLIS = 1_000;

  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  /** A round that should have begun so long ago never does: the node was suspended then. */
  private static final long LOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final ScheduledExecutorService executor;
  private final Pause pause;
  private final Runnable work;
  private final Runnable run;

  /** Since when a round is to come, or 0. */
  private final AtomicLong waitingSince = new AtomicLong();

  /** Whether somebody has woken since the last round began, or that one has failed. */
  private final AtomicBoolean isDue = new AtomicBoolean();

  private final AtomicBoolean isUnderWay = new AtomicBoolean();

  /** How long the last round took. */
  private volatile long tookNanos;

  /**
   * What is between something that is due and its round, so that more may come.
   *
   * @param least at least; may be nothing
   * @param rest for each moment of a round so many of a pause: 9 where no more than a tenth of the
   *     time shall go into rounds, 0 where they may take all of it
   */
  public record Pause(Duration least, int rest) {

    private long millisAfter(long roundNanos) {
      long resting = TimeUnit.NANOSECONDS.toMillis(roundNanos) * rest;
      return Math.max(least.toMillis(), Math.min(resting, LONGEST_PAUSE_MILLIS));
    }
  }

  /**
   * Rounds of some work, whose threads have what the caller of {@link #wake} has about him.
   *
   * @param work a round; when it fails, what it should have done must be there for the next one
   */
  public Rounds(ScheduledExecutorService executor, Pause pause, Runnable work) {
    this.executor = executor;
    this.pause = pause;
    this.work = work;
    this.run = this::run;
  }

  /**
   * The same, run as code of the archive in which this is made, whoever wakes: what is heard comes
   * by threads that know no archive.
   */
  public Rounds(
      ScheduledExecutorService executor, Pause pause, Runnable work, ContextService contexts) {
    this.executor = executor;
    this.pause = pause;
    this.work = work;
    Runnable own = this::run;
    this.run = contexts.createContextualProxy(own, Runnable.class);
  }

  /** Has a round come, also when it is called from within one: there is more to do then. */
  public void wake() {
    isDue.set(true);
    // Who is under way looks once more when he has done.
    if (!isUnderWay.get()) {
      begin(pause.millisAfter(tookNanos));
    }
  }

  private void begin(long millis) {
    long since = waitingSince.get();
    long now = System.nanoTime();
    if ((since == 0 || now - since > LOST_NANOS) && waitingSince.compareAndSet(since, now)) {
      try {
        Future<?> unused = executor.schedule(run, millis, TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException full) {
        waitingSince.set(0);
        LOG.log(Level.DEBUG, "A round comes when somebody wakes once more", full);
      }
    }
  }

  private void run() {
    waitingSince.set(0);
    if (!isUnderWay.compareAndSet(false, true)) {
      return;
    }
    boolean isDone = false;
    long began = System.nanoTime();
    try {
      // Several may have come to it: what was lost, and what was asked for in its place.
      if (isDue.getAndSet(false)) {
        work.run();
      }
      isDone = true;
    } catch (RuntimeException failed) {
      isDue.set(true);
      LOG.log(Level.DEBUG, "A round is tried again a moment later", failed);
    } finally {
      tookNanos = System.nanoTime() - began;
      isUnderWay.set(false);
    }
    if (isDue.get()) {
      begin(isDone ? pause.millisAfter(tookNanos) : AGAIN_MILLIS);
    }
  }
}
