package shop.emporium.tests.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Plays scenarios in random order, some at a time, for as long as it is told to and until each was
 * played once.
 */
final class Mix {

  private static final int LANES = 3;

  /** Client threads of each: enough that nodes have more to do at once than cores. */
  private static final int CROWD = 16;

  private final long seed;
  private final List<Scenario> scenarios;
  private final Stockroom stockroom;
  private final Ledger ledger;
  private final Deque<Scenario> deck = new ArrayDeque<>();
  private final Random dealer;

  Mix(long seed, List<Scenario> scenarios, Stockroom stockroom, Ledger ledger) {
    this.seed = seed;
    this.scenarios = scenarios;
    this.stockroom = stockroom;
    this.ledger = ledger;
    this.dealer = new Random(seed);
    shuffle();
  }

  private void shuffle() {
    List<Scenario> shuffled = new ArrayList<>(scenarios);
    Collections.shuffle(shuffled, dealer);
    deck.addAll(shuffled);
  }

  /** The next scenario; null when the time is over and each was played. */
  private synchronized Scenario deal(Instant end) {
    if (deck.isEmpty()) {
      if (Instant.now().isAfter(end)) {
        return null;
      }
      shuffle();
    }
    boolean isFirstDeck = ledger.rounds().size() < scenarios.size();
    return isFirstDeck || Instant.now().isBefore(end) ? deck.poll() : null;
  }

  void play(Duration length) throws Exception {
    Instant end = Instant.now().plus(length);
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        Random random = new Random(seed + lane + 1);
        running.add(lanes.submit(() -> playLane(random, end)));
      }
      for (Future<?> lane : running) {
        lane.get();
      }
    } finally {
      lanes.shutdownNow();
    }
  }

  private void playLane(Random random, Instant end) {
    try (Crowd crowd = new Crowd(CROWD)) {
      for (Scenario next = deal(end); next != null; next = deal(end)) {
        play(next, random, crowd);
      }
    }
  }

  private void play(Scenario next, Random random, Crowd crowd) {
    Round round = new Round(next.title(), random, stockroom, crowd, ledger);
    try {
      next.play(round);
    } catch (RuntimeException broken) {
      ledger.find(next.title(), "It could not be played: " + reason(broken));
    }
    ledger.played(next.title());
  }

  private static String reason(Throwable broken) {
    return broken.getCause() == null ? broken.toString() : reason(broken.getCause());
  }
}
