package shop.emporium.load.chat;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** An agent, who looks at up to 48 conversations through one socket. */
final class Agent {

  private static final long BETWEEN_FRAMES = TimeUnit.MILLISECONDS.toNanos(125);
  private static final int PATIENCE_SECONDS = 30;

  private final Map<Long, Side> sides;
  private final Line line;
  private long nextTurn = System.nanoTime();

  private Agent(Line line, Map<Long, Side> sides) {
    this.line = line;
    this.sides = sides;
  }

  /** Connects, and takes no conversations but those that are taken below. */
  static CompletableFuture<Agent> connect(HttpClient client, Guest who) {
    Map<Long, Side> sides = new ConcurrentHashMap<>();
    return Line.open(
            client,
            who,
            "/chat?as=agent&lang=en",
            (conversation, message) -> {
              Side side = sides.get(conversation);
              if (side != null) {
                side.show(message);
              }
            })
        .thenApply(
            line -> {
              line.send(Frames.AWAY);
              return new Agent(line, sides);
            });
  }

  Line line() {
    return line;
  }

  /** Looks at a conversation, and answers it from now on. */
  CompletableFuture<Answer> take(long conversation, Side side) {
    sides.put(conversation, side);
    return turn()
        .thenCompose(
            now -> {
              line.send(Frames.open(conversation));
              return want("take", conversation);
            });
  }

  /** Is done with a conversation. */
  CompletableFuture<Answer> close(long conversation) {
    return want("close", conversation);
  }

  private CompletableFuture<Answer> want(String type, long conversation) {
    String id = "load-%s-%d".formatted(type, conversation);
    return turn()
        .thenCompose(
            now ->
                line.ask(id, Frames.wish(type, conversation, id))
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .thenApply(Answer::orFail);
  }

  /** A socket may send ten frames a second: done when it is the next one's turn. */
  private CompletableFuture<Void> turn() {
    long wait;
    synchronized (this) {
      long now = System.nanoTime();
      nextTurn = Math.max(now, nextTurn + BETWEEN_FRAMES);
      wait = nextTurn - now;
    }
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS));
  }
}
