package shop.emporium.tests.cluster;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests that flow while something happens to the cluster; remembers each that failed. */
final class Traffic implements AutoCloseable {

  /** One request of one visitor. */
  interface Request {
    HttpResponse<String> send(Shop.Visitor visitor) throws IOException;
  }

  /**
   * Each kind of request ten times a second: a steady stream that leaves the machine time for what
   * happens to it.
   */
  private static final long EVERY_MILLISECONDS = 100;

  private final ScheduledExecutorService executor;
  private final List<ScheduledFuture<?>> streams = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();

  private Traffic(List<Request> requests) {
    executor = Executors.newScheduledThreadPool(requests.size());
    for (Request request : requests) {
      Shop.Visitor visitor = Shop.visitor();
      streams.add(
          executor.scheduleAtFixedRate(
              () -> send(request, visitor), 0, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS));
    }
  }

  /** Each of these requests, over and over, by a visitor of its own. */
  static Traffic of(Request... requests) {
    return new Traffic(List.of(requests));
  }

  private void send(Request request, Shop.Visitor visitor) {
    try {
      HttpResponse<String> response = request.send(visitor);
      answered.incrementAndGet();
      if (response.statusCode() >= 400) {
        failures.add(response.uri() + " answered " + response.statusCode());
      }
    } catch (IOException broken) {
      failures.add(broken.toString());
    }
  }

  int answered() {
    return answered.get();
  }

  /** Ends the flow and tells what failed. */
  List<String> stop() throws InterruptedException {
    streams.forEach(stream -> stream.cancel(false));
    executor.shutdown();
    if (!executor.awaitTermination(60, TimeUnit.SECONDS)) {
      failures.add("a request did not end within a minute");
    }
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
