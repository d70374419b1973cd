package shop.emporium.load.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Whether both sides were shown once, and in the order of the numbers, what the database has; and
 * whether that is what was acknowledged.
 */
final class Check {

  private static final int MOST_FAULTS = 1_000;

  private final List<String> faults = new ArrayList<>();
  private int saved;
  private int refused;
  private int unanswered;
  private int lost;
  private int doubled;
  private int outOfOrder;
  private int different;

  /**
   * Looks at a conversation.
   *
   * @param rows the ids of its messages in the database, by number
   */
  void look(Talk talk, SortedMap<Integer, String> rows) {
    if (!rows.isEmpty() && rows.lastKey() != rows.size()) {
      different++;
      note(
          talk,
          "has %d messages, the last one with number %d".formatted(rows.size(), rows.lastKey()));
    }
    talk.said().forEach(words -> lookAtAnswer(talk, words, rows));
    lookAtSide(talk, "shopper", talk.side(false).all(), rows);
    lookAtSide(talk, "agent", talk.side(true).all(), rows);
  }

  private void lookAtAnswer(Talk talk, Words words, Map<Integer, String> rows) {
    Answer answer = words.answered().orElse(null);
    if (answer == null) {
      unanswered++;
      note(talk, "did not answer %s".formatted(words.id()));
    } else if (!answer.isSaved()) {
      refused++;
      note(talk, "refused %s: %s".formatted(words.id(), answer.reason()));
    } else {
      saved++;
      if (answer.conversation() != talk.number()) {
        different++;
        note(talk, "acknowledged %s as of %d".formatted(words.id(), answer.conversation()));
      } else if (!words.id().equals(rows.get(answer.number()))) {
        lost++;
        note(talk, "acknowledged %s as %d, which it is not".formatted(words.id(), answer.number()));
      }
    }
  }

  private void lookAtSide(
      Talk talk, String side, List<Side.Shown> shown, Map<Integer, String> rows) {
    Set<Integer> numbers = new HashSet<>();
    Set<String> ids = new HashSet<>();
    int highest = 0;
    for (Side.Shown message : shown) {
      int number = message.number();
      // Ids are the sender's own: what the shop says may be called like what somebody else says.
      boolean isOurs = message.id().startsWith("load-");
      if (!numbers.add(number) || (isOurs && !ids.add(message.id()))) {
        doubled++;
        note(talk, "showed the %s %d (%s) once more".formatted(side, number, message.id()));
      } else if (number < highest) {
        outOfOrder++;
        note(talk, "showed the %s %d after %d".formatted(side, number, highest));
      }
      if (!message.id().equals(rows.get(number))) {
        different++;
        note(talk, "showed the %s %s as %d, which it is not".formatted(side, message.id(), number));
      }
      highest = Math.max(highest, number);
    }
    for (Integer number : rows.keySet()) {
      if (!numbers.contains(number)) {
        lost++;
        note(talk, "did not show the %s %d".formatted(side, number));
      }
    }
  }

  private void note(Talk talk, String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add("Conversation %d: the shop %s".formatted(talk.number(), what));
    }
  }

  /** Whether nothing was lost, doubled or turned around, and all that was said was kept. */
  boolean isClean() {
    return lost + doubled + outOfOrder + different + refused + unanswered == 0 && saved > 0;
  }

  /** What is wrong, a line each, the first thousand. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public String toString() {
    return """
        | said | saved | refused | not answered | lost | doubled | out of order | other than in the database |
        |---|---|---|---|---|---|---|---|
        | %d | %d | %d | %d | %d | %d | %d | %d |
        """
        .formatted(
            saved + refused + unanswered,
            saved,
            refused,
            unanswered,
            lost,
            doubled,
            outOfOrder,
            different);
  }
}
