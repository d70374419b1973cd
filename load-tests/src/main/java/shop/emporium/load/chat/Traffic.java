package shop.emporium.load.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * Has people talk: one message after the other at even intervals, into each conversation in turn,
 * half of them by agents.
 */
final class Traffic {

  private final Plan plan;
  private final List<Talk> talks;
  private int turn;
  private long latest;

  /**
   * A message, and where it was said.
   *
   * @param talk the conversation
   * @param words the message
   */
  record Spoken(Talk talk, Words words) {}

  Traffic(Plan plan, List<Talk> talks) {
    this.plan = plan;
    this.talks = talks;
  }

  /** Goes on for some seconds, and returns what was said meanwhile. */
  List<Spoken> run(int seconds) {
    Pace pace = new Pace(plan.rate());
    List<Spoken> spoken = new ArrayList<>();
    for (int i = 0; i < plan.rate() * seconds; i++) {
      pace.await();
      spoken.add(next());
    }
    latest = pace.latest();
    return spoken;
  }

  private Spoken next() {
    Talk talk = talks.get(turn % talks.size());
    String id = "load-%d-%d".formatted(plan.run(), turn);
    boolean isByAgent = isAgentsTurn();
    String text =
        isByAgent ? "Answer %d: it runs true to size." : "Question %d: does it run small?";
    turn++;
    return new Spoken(talk, talk.say(isByAgent, id, text.formatted(turn)));
  }

  /**
   * Neighbours in turn are of different agents; each agent speaks in every other conversation, and
   * the next time in the others, so that none has to say much at once.
   */
  private boolean isAgentsTurn() {
    int round = turn / talks.size();
    int talk = turn % talks.size();
    int agent = talk % plan.agents();
    int ofAgent = talk / plan.agents();
    return (round + agent + ofAgent) % 2 == 1;
  }

  /** By how much a message was said too late in the last run, at most; in nanoseconds. */
  long latest() {
    return latest;
  }
}
