package shop.emporium.ejb.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoonTest {

  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(1);
  private final AtomicInteger times = new AtomicInteger();
  private final Semaphore done = new Semaphore(0);

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  @Test
  void whatIsAskedForManyTimesIsDoneOnce() throws Exception {
    Soon soon = new Soon(executor, Duration.ofMillis(50), this::work);
    for (int i = 0; i < 100; i++) {
      soon.ask();
    }
    awaitDone();
    soon.ask();
    awaitDone();
    assertThat(times).hasValue(2);
  }

  @Test
  void whatFailsIsDoneAgainWhenItIsAskedForAgain() throws Exception {
    Soon soon =
        new Soon(
            executor,
            Duration.ZERO,
            () -> {
              work();
              throw new IllegalStateException("away");
            });
    soon.ask();
    awaitDone();
    soon.ask();
    awaitDone();
    assertThat(times).hasValue(2);
  }

  @Test
  void whoeverTakesNothingMoreIsNotWaitedFor() throws Exception {
    ScheduledThreadPoolExecutor full = new ScheduledThreadPoolExecutor(1);
    full.shutdown();
    Soon soon = new Soon(full, Duration.ZERO, this::work);
    soon.ask();
    soon.ask();
    assertThat(times).hasValue(0);
  }

  private void work() {
    times.incrementAndGet();
    done.release();
  }

  private void awaitDone() throws InterruptedException {
    assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
  }
}
