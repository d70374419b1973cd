package shop.emporium.ejb.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import shop.emporium.ejb.cluster.Board;

/** Who waits for a person, in which order, as the node that looks after the queue has seen it. */
@ApplicationScoped
public class QueueBoard {

  /** The kind of notes on the board. */
  public static final String KIND = "queue";

  private static final String KEY = "waiting";

  /** Nobody is told to be further behind. */
  static final int MOST = 1_000;

  @Inject private Board board;

  private String last = "";

  /** Shows who waits, the longest first, when that is others than before. */
  synchronized void show(Collection<Long> waiting) {
    String text =
        waiting.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(","));
    String now = System.currentTimeMillis() / 60_000 + ";" + text;
    // Once a minute all the same, so that a note that was lost comes again.
    if (!now.equals(last)) {
      last = now;
      board.put(KIND, KEY, text);
    }
  }

  /** Takes it down: another node looks after the queue now. */
  synchronized void hide() {
    if (!last.isEmpty()) {
      last = "";
      board.remove(KIND, KEY);
    }
  }

  /** The places of those who wait, from 1, by conversation. */
  public Map<Long, Integer> places() {
    Map<Long, Integer> places = new HashMap<>();
    for (Board.Note note : board.named(KIND, KEY)) {
      Arrays.stream(note.text().orElse("").split(",", -1))
          .filter(name -> !name.isEmpty())
          .forEach(name -> places.putIfAbsent(Long.valueOf(name), places.size() + 1));
    }
    return places;
  }
}
