package shop.emporium.tests.cluster;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Asks one node ten times a second, past nginx, whether it is ready; remembers what changed. */
final class Knocking implements AutoCloseable {

  private static final long EVERY_MILLISECONDS = 100;

  /** Longer than a ready node ever takes, far shorter than a deployment. */
  private static final int PATIENCE_MILLISECONDS = 12_000;

  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
  private final URI door;
  private final ScheduledFuture<?> knocks;

  private Knocking(URI door) {
    this.door = door;
    knocks =
        executor.scheduleWithFixedDelay(this::knock, 0, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  static Knocking at(String node) {
    return new Knocking(Shop.uri(node, "/health/ready"));
  }

  private void knock() {
    String answer = answer();
    if (answers.isEmpty() || !answers.get(answers.size() - 1).equals(answer)) {
      answers.add(answer);
    }
  }

  private String answer() {
    try {
      HttpURLConnection connection = (HttpURLConnection) door.toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLISECONDS);
      connection.setReadTimeout(PATIENCE_MILLISECONDS);
      return String.valueOf(connection.getResponseCode());
    } catch (ConnectException refused) {
      return "refused";
    } catch (IOException broken) {
      return broken.toString();
    }
  }

  /** Knocks a last time, and tells each answer that was another than the one before. */
  List<String> stop() throws InterruptedException {
    knocks.cancel(false);
    executor.shutdown();
    executor.awaitTermination(2L * PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
    knock();
    return List.copyOf(answers);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
