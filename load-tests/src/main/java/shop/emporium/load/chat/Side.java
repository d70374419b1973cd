package shop.emporium.load.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one side of a conversation was shown, as it came. */
final class Side {

  /** The number of the assistant's answer to the first message. */
  private static final int ANSWER = 2;

  private final CompletableFuture<Void> isAnswered = new CompletableFuture<>();
  private final List<Shown> all = new ArrayList<>();
  private int highest;

  /**
   * A message that was shown.
   *
   * @param at when, as {@link System#nanoTime}
   */
  record Shown(int number, String id, long at) {}

  void show(Shown message) {
    synchronized (this) {
      all.add(message);
      highest = Math.max(highest, message.number());
    }
    if (message.number() >= ANSWER) {
      isAnswered.complete(null);
    }
  }

  /** Done when somebody has answered the first message. */
  CompletableFuture<Void> isAnswered() {
    return isAnswered.copy();
  }

  /** The highest number so far. */
  synchronized int highest() {
    return highest;
  }

  synchronized List<Shown> all() {
    return List.copyOf(all);
  }
}
