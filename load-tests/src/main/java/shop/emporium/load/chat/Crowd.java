package shop.emporium.load.chat;

import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** All who talk, from when they come until they leave. */
final class Crowd {

  /** What is under way at once, at most; of what hashes a password, fewer. */
  private static final int AT_ONCE = 200;

  private static final int PASSWORDS_AT_ONCE = 6;
  private static final int PATIENCE_SECONDS = 90;

  private final HttpClient client;
  private final Plan plan;
  private final ChatDatabase database;
  private final Reception reception;
  private List<Agent> agents = List.of();
  private List<Talk> talks = List.of();

  Crowd(HttpClient client, Plan plan, ChatDatabase database) {
    this.client = client;
    this.plan = plan;
    this.database = database;
    this.reception = new Reception(client, plan);
  }

  List<Talk> talks() {
    return talks;
  }

  /** Agents and shoppers come, and each conversation begins. */
  void enter() throws InterruptedException, TimeoutException, SQLException {
    each(plan.agents(), PASSWORDS_AT_ONCE, reception::register);
    database.promote(plan.emails(), plan.agents());
    List<Guest> staff = each(plan.agents(), PASSWORDS_AT_ONCE, reception::signIn);
    agents = each(plan.agents(), AT_ONCE, agent -> Agent.connect(client, staff.get(agent)));
    talks = each(plan.talks(), AT_ONCE, this::begin);
  }

  private CompletableFuture<Talk> begin(int talk) {
    return reception
        .guest(plan.doorOfShopper(talk))
        .thenCompose(
            guest ->
                Talk.begin(
                    client,
                    guest,
                    agents.get(talk % agents.size()),
                    "load-%d-first-%d".formatted(plan.run(), talk)));
  }

  /** What ended some sockets; empty when all are there. */
  List<String> ends() {
    return lines().stream().flatMap(line -> line.end().stream()).toList();
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    agents.forEach(agent -> lines.add(agent.line()));
    talks.forEach(talk -> lines.add(talk.shopper()));
    return lines;
  }

  /** Waits until all is answered and shown, for some time. */
  void settle(int seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end && !talks.stream().allMatch(Talk::isQuiet)) {
      Thread.sleep(200);
    }
  }

  /** The agents close what they have, and all leave. */
  void leave() throws InterruptedException {
    try {
      each(talks.size(), talks.size(), talk -> talks.get(talk).close());
    } catch (IllegalStateException | TimeoutException left) {
      System.err.println("Not all conversations were closed: " + left.getMessage());
    }
    lines().forEach(Line::leave);
    Thread.sleep(2_000);
    lines().forEach(Line::drop);
  }

  /**
   * Does one thing so often, so many a second and at once.
   *
   * @throws IllegalStateException when one fails
   */
  private <T> List<T> each(int count, int atOnce, IntFunction<CompletableFuture<T>> work)
      throws InterruptedException, TimeoutException {
    Semaphore places = new Semaphore(Math.max(1, atOnce));
    Pace pace = new Pace(plan.ramp());
    List<CompletableFuture<T>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pace.await();
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new TimeoutException("Nothing goes on any more");
      }
      all.add(work.apply(i).whenComplete((done, failed) -> places.release()));
    }
    List<T> results = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (CompletableFuture<T> one : all) {
      try {
        results.add(one.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
      } catch (ExecutionException failed) {
        throw new IllegalStateException(String.valueOf(failed.getCause()), failed);
      }
    }
    return results;
  }
}
