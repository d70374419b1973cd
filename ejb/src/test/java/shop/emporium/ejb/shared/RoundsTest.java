package shop.emporium.ejb.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final Rounds.Pause SHORT = new Rounds.Pause(Duration.ofMillis(1), 0);

  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
  private final Job job = new Job();

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  /** Something that is due when it was asked for, and counts how often it was done. */
  private static class Job implements Rounds.Work {

    final AtomicBoolean isDue = new AtomicBoolean();
    final AtomicInteger times = new AtomicInteger();
    final Semaphore done = new Semaphore(0);

    @Override
    public boolean isDue() {
      return isDue.get();
    }

    @Override
    public void round() {
      isDue.set(false);
      times.incrementAndGet();
      done.release();
    }

    void ask(Rounds rounds) {
      isDue.set(true);
      rounds.wake();
    }

    void awaitDone() throws InterruptedException {
      assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatIsAskedForManyTimesIsDoneOnce() throws Exception {
    Rounds rounds = new Rounds(executor, new Rounds.Pause(Duration.ofMillis(200), 0), job);
    for (int i = 0; i < 100; i++) {
      job.ask(rounds);
    }
    job.awaitDone();
    job.ask(rounds);
    job.awaitDone();
    assertThat(job.times).hasValue(2);
  }

  @Test
  void whatIsAskedForMeanwhileIsDoneAfterwardsAndNotBeside() throws Exception {
    Semaphore begun = new Semaphore(0);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger mostAtOnce = new AtomicInteger();
    Job slow =
        new Job() {
          @Override
          public void round() {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            isDue.set(false);
            begun.release();
            try {
              assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException ended) {
              throw new IllegalStateException(ended);
            } finally {
              atOnce.decrementAndGet();
            }
            super.round();
          }
        };
    Rounds rounds = new Rounds(executor, SHORT, slow);
    slow.ask(rounds);
    assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 10; i++) {
      slow.isDue.set(true);
      rounds.wake();
    }
    // Others of this executor would have run long ago.
    executor.schedule(() -> {}, 50, TimeUnit.MILLISECONDS).get(10, TimeUnit.SECONDS);
    assertThat(begun.availablePermits()).isZero();
    mayEnd.countDown();
    slow.awaitDone();
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void whatFailsIsTriedAgainByItself() throws Exception {
    Job failing =
        new Job() {
          @Override
          public void round() {
            super.round();
            if (times.get() == 1) {
              isDue.set(true);
              throw new IllegalStateException("away");
            }
          }
        };
    failing.ask(new Rounds(executor, SHORT, failing));
    failing.awaitDone();
    failing.awaitDone();
    assertThat(failing.times).hasValue(2);
  }

  @Test
  void whatWasTurnedAwayIsDoneWhenSomebodyWakesAgain() throws Exception {
    AtomicBoolean isFull = new AtomicBoolean(true);
    ScheduledThreadPoolExecutor full =
        new ScheduledThreadPoolExecutor(1) {
          @Override
          public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            if (isFull.get()) {
              throw new RejectedExecutionException("full");
            }
            return super.schedule(command, delay, unit);
          }
        };
    try {
      Rounds rounds = new Rounds(full, SHORT, job);
      job.ask(rounds);
      isFull.set(false);
      job.ask(rounds);
      job.awaitDone();
      assertThat(job.times).hasValue(1);
    } finally {
      full.shutdownNow();
    }
  }
}
