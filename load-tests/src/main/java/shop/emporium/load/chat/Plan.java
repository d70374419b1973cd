package shop.emporium.load.chat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a run does.
 *
 * @param doors addresses of the nodes, or the one of nginx
 * @param run a number that no other run has; ids and addresses of e-mail hold it
 * @param sockets all that are opened, those of agents and those of shoppers
 * @param ramp sockets that are opened a second
 * @param warm seconds of messages that are checked, but not timed
 * @param seconds of messages that are timed, too
 * @param rate messages a second, half of them by shoppers
 * @param goalMillis until when the other side is to be shown a message, for 95 of 100
 * @param folder where the result is written
 */
record Plan(
    List<URI> doors,
    long run,
    int sockets,
    int ramp,
    int warm,
    int seconds,
    int rate,
    int goalMillis,
    Path folder) {

  /** Conversations of one agent: an agent's socket may look at fifty. */
  private static final int OF_ONE_AGENT = 48;

  /** Reads the system properties that scripts/store sets. */
  static Plan read() {
    return new Plan(
        Arrays.stream(System.getProperty("load.doors").split(",")).map(URI::create).toList(),
        Long.getLong("load.run"),
        Integer.getInteger("load.sockets"),
        Integer.getInteger("load.ramp"),
        Integer.getInteger("load.warm"),
        Integer.getInteger("load.seconds"),
        Integer.getInteger("load.rate"),
        Integer.getInteger("load.goal"),
        Path.of(System.getProperty("load.folder")));
  }

  int agents() {
    return (sockets + OF_ONE_AGENT) / (OF_ONE_AGENT + 1);
  }

  /** Conversations, and so shoppers. */
  int talks() {
    return sockets - agents();
  }

  URI doorOfAgent(int agent) {
    return doors.get(agent % doors.size());
  }

  /** Another node than the agent's, each of the others in turn; the same where there is but one. */
  URI doorOfShopper(int talk) {
    int agent = talk % agents();
    int others = doors.size() - 1;
    int away = others == 0 ? 0 : 1 + talk / agents() % others;
    return doors.get((agent + away) % doors.size());
  }

  String email(int agent) {
    return "chat-%d-%d@load.example".formatted(run, agent);
  }

  /** The addresses of this run's agents, as LIKE takes them. */
  String emails() {
    return "chat-%d-%%@load.example".formatted(run);
  }

  /**
   * From where it all comes, as nodes are told; of the addresses that are kept for such tests
   * (198.18.0.0/15). A node goes on counting an address by the limits that held when it came, for
   * as long as it comes: so each run has one of its own. nginx puts the true one in its place.
   */
  String address() {
    return "198.18.%d.%d".formatted(run / 250 % 250, 1 + run % 250);
  }
}
