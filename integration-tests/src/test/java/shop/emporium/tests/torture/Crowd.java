package shop.emporium.tests.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** A bounded number of threads in which any number of buyers act as much at once as may be. */
final class Crowd implements AutoCloseable {

  private static final int LONGEST_MINUTES = 5;

  private final ExecutorService threads;

  Crowd(int size) {
    threads = Executors.newFixedThreadPool(size);
  }

  /** What each of so many has done. Never to be called from inside: all threads could wait. */
  <T> List<T> all(int many, IntFunction<T> work) {
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      int index = i;
      futures.add(threads.submit(() -> work.apply(index)));
    }
    return futures.stream().map(Crowd::result).toList();
  }

  /** Runs two or more things at once. */
  void together(Runnable... work) {
    all(
        work.length,
        i -> {
          work[i].run();
          return i;
        });
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get(LONGEST_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
