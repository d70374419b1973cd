package shop.emporium.load.chat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/**
 * Shoppers and agents who chat. Its status is 1 when something was lost, shown twice or turned
 * around, or when the other side was shown it too late.
 */
public final class ChatSimulation {

  private static final int THREADS = 8;
  private static final int SETTLE_SECONDS = 20;

  private final Plan plan;
  private final ChatDatabase database = new ChatDatabase();
  private final Crowd crowd;

  private ChatSimulation(Plan plan) {
    this.plan = plan;
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(
                Executors.newFixedThreadPool(
                    THREADS,
                    work -> {
                      Thread thread = new Thread(work, "chat");
                      thread.setDaemon(true);
                      return thread;
                    }))
            .build();
    this.crowd = new Crowd(client, plan, database);
  }

  /** Runs what the system properties say, see {@link Plan}. */
  public static void main(String[] arguments) {
    try {
      System.exit(new ChatSimulation(Plan.read()).run() ? 0 : 1);
    } catch (IllegalStateException | IOException | SQLException | TimeoutException failed) {
      System.err.println("It could not be run: " + failed.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    System.exit(1);
  }

  private boolean run() throws IOException, SQLException, TimeoutException, InterruptedException {
    say("%d sockets, %d a second".formatted(plan.sockets(), plan.ramp()));
    crowd.enter();
    crowd.settle(SETTLE_SECONDS);
    Traffic traffic = new Traffic(plan, crowd.talks());
    say("%d messages a second, %d s to warm up".formatted(plan.rate(), plan.warm()));
    traffic.run(plan.warm());
    say("%d s that count".formatted(plan.seconds()));
    List<Traffic.Spoken> spoken = traffic.run(plan.seconds());
    crowd.settle(SETTLE_SECONDS);
    List<String> ends = crowd.ends();
    Check check = check();
    say("closing all");
    crowd.leave();
    Result result = new Result(plan, Figures.of(spoken), check, ends, traffic.latest());
    result.write();
    return result.isGood();
  }

  private Check check() throws SQLException {
    Map<Long, SortedMap<Integer, String>> rows =
        database.messages(crowd.talks().stream().map(Talk::number).toList());
    Check check = new Check();
    crowd
        .talks()
        .forEach(talk -> check.look(talk, rows.getOrDefault(talk.number(), new TreeMap<>())));
    return check;
  }

  private static void say(String what) {
    System.err.println("· " + what);
  }
}
