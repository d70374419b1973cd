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

  /** Something that counts how often it was done. */
  private static class Job implements Runnable {

    final AtomicInteger times = new AtomicInteger();
    final Semaphore done = new Semaphore(0);

    @Override
    public void run() {
      times.incrementAndGet();
      done.release();
    }

    void awaitDone() throws InterruptedException {
      assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatIsAskedForManyTimesIsDoneOnce() throws Exception {
    Rounds rounds = new Rounds(executor, new Rounds.Pause(Duration.ofMillis(200), 0), job);
    for (int i = 0; i < 100; i++) {
      rounds.wake();
    }
    job.awaitDone();
    rounds.wake();
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
          public void run() {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            begun.release();
            try {
              assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException ended) {
              throw new IllegalStateException(ended);
            } finally {
              atOnce.decrementAndGet();
            }
            super.run();
          }
        };
    Rounds rounds = new Rounds(executor, SHORT, slow);
    rounds.wake();
    assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 10; i++) {
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
          public void run() {
            super.run();
            if (times.get() == 1) {
              throw new IllegalStateException("away");
            }
          }
        };
    new Rounds(executor, SHORT, failing).wake();
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
      rounds.wake();
      isFull.set(false);
      rounds.wake();
      job.awaitDone();
      assertThat(job.times).hasValue(1);
    } finally {
      full.shutdownNow();
    }
  }
}
