package shop.emporium.tests.torture;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import shop.emporium.tests.cluster.Shop;

/**
 * Breaks parts of the shop while it is in use: PostgreSQL dies and comes back, then a node, which
 * one chance decides; over and over until it is told to stop. All are there when it has stopped.
 */
final class Trouble {

  /** How often PostgreSQL dies among the nodes. */
  private static final int NODES_A_DATABASE = 3;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Random random;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final Thread thread = new Thread(this::run, "trouble");

  private Trouble(Random random) {
    this.random = random;
  }

  static Trouble begin(Random random) {
    Trouble trouble = new Trouble(random);
    trouble.thread.start();
    return trouble;
  }

  private void run() {
    try {
      for (int turn = 0; !isOverIn(3 + random.nextInt(5)); turn++) {
        if (turn % NODES_A_DATABASE == 0) {
          note("PostgreSQL killed, to be started again by its supervisor");
          Shop.crash("postgresql");
          isOverIn(4);
        }
        String node = Shop.NODES.get(random.nextInt(Shop.NODES.size()));
        note(node + " killed");
        Shop.store("node", node, "kill");
        isOverIn(1 + random.nextInt(4));
        Shop.store("node", node, "start");
        note(node + " ready again");
      }
    } catch (RuntimeException broken) {
      failure.set(broken);
    }
  }

  /** Waits so many seconds, or until it is told to stop. */
  private boolean isOverIn(int seconds) {
    try {
      return over.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void note(String what) {
    log.add(LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS) + " " + what);
  }

  /** Breaks nothing more, and waits until all that was broken is there again. */
  void end() throws InterruptedException {
    over.countDown();
    thread.join(PATIENCE.toMillis());
    if (failure.get() != null) {
      throw failure.get();
    }
    Awaitility.await().atMost(PATIENCE).until(() -> Shop.NODES.stream().allMatch(Shop::isReady));
  }

  /** What it did, and when. */
  List<String> log() {
    return List.copyOf(log);
  }
}
