package shop.emporium.load.chat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * One socket to WS /chat: says one frame after the other, and tells apart what it hears.
 *
 * <p>It is the JDK's and not Gatling's, which waits for what one virtual user is to hear next,
 * drops what nothing waits for, and measures from that user's own request. Here every frame counts,
 * in its order, and the time is that from one user's frame to another's. The JDK's hands over each
 * frame as it comes, and answers pings by itself.
 */
final class Line {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Told often, and of no interest here: agents hear of all they have at each message. */
  private static final List<String> NOISE =
      List.of(
          "{\"type\":\"queue\"",
          "{\"type\":\"conversation\"",
          "{\"type\":\"agents\"",
          "{\"type\":\"typing\"");

  private static final int LONGEST_NOISE = 30;

  private final Hearer hearer;
  private final Map<String, CompletableFuture<Answer>> unanswered = new ConcurrentHashMap<>();
  private final CompletableFuture<Line> greeted = new CompletableFuture<>();
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private volatile WebSocket socket;
  private volatile String end = "";
  private volatile boolean isLeaving;

  /** Who is told what was shown. */
  @FunctionalInterface
  interface Hearer {
    void hear(long conversation, Side.Shown message);
  }

  private Line(Hearer hearer) {
    this.hearer = hearer;
  }

  /** Opens one; done when the shop has said hello. */
  static CompletableFuture<Line> open(HttpClient client, Guest who, String path, Hearer hearer) {
    Line line = new Line(hearer);
    URI uri = URI.create(who.door().toString().replaceFirst("^http", "ws") + path);
    return client
        .newWebSocketBuilder()
        .connectTimeout(PATIENCE)
        .header("Cookie", who.cookies())
        .header("X-Forwarded-For", who.address())
        .buildAsync(uri, line.new Ear())
        .thenCompose(
            opened -> {
              line.socket = opened;
              return line.greeted;
            })
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .exceptionallyCompose(failed -> CompletableFuture.failedFuture(explain(failed)));
  }

  private static Throwable explain(Throwable failed) {
    return failed instanceof CompletionException
            && failed.getCause() instanceof WebSocketHandshakeException refused
        ? new IllegalStateException(
            "A handshake was refused with %d".formatted(refused.getResponse().statusCode()), failed)
        : failed;
  }

  /** Sends a frame after those that wait. */
  synchronized void send(String frame) {
    sending =
        sending.handle((sent, failed) -> socket).thenCompose(ready -> ready.sendText(frame, true));
  }

  /** Sends a frame that will be answered; who asks decides how long that may take. */
  CompletableFuture<Answer> ask(String id, String frame) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    unanswered.put(id, answer);
    send(frame);
    return answer;
  }

  /** How it ended, where it was not us who ended it. */
  Optional<String> end() {
    return Optional.of(end).filter(why -> !why.isEmpty());
  }

  /** Says goodbye. */
  void leave() {
    isLeaving = true;
    CompletableFuture<?> unused = socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
  }

  /** Ends it, whatever the other side does. */
  void drop() {
    isLeaving = true;
    socket.abort();
  }

  private void hear(String text, long now) {
    JsonObject frame = Frames.parse(text);
    switch (frame.getString("type")) {
      case "hello" -> greeted.complete(this);
      case "messages" -> {
        long conversation = frame.getJsonNumber("conversation").longValue();
        for (JsonObject message : frame.getJsonArray("messages").getValuesAs(JsonObject.class)) {
          hearer.hear(
              conversation,
              new Side.Shown(message.getInt("number"), message.getString("id", ""), now));
        }
      }
      case "saved" ->
          answer(
              frame,
              new Answer(
                  "saved",
                  frame.getJsonNumber("conversation").longValue(),
                  frame.getInt("number"),
                  "",
                  now));
      case "done" -> answer(frame, new Answer("done", 0, 0, "", now));
      case "refused" -> answer(frame, new Answer("refused", 0, 0, frame.getString("reason"), now));
      default -> {
        // Of no interest here.
      }
    }
  }

  private void answer(JsonObject frame, Answer answer) {
    CompletableFuture<Answer> waiting = unanswered.remove(frame.getString("id"));
    if (waiting != null) {
      waiting.complete(answer);
    }
  }

  private void ended(String why) {
    if (!isLeaving && end.isEmpty()) {
      end = why;
    }
    greeted.completeExceptionally(new IllegalStateException("The socket ended: " + why));
  }

  private final class Ear implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private boolean isBegun;
    private boolean isNoise;

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      long now = System.nanoTime();
      if (!isBegun) {
        isNoise = isNoise(part);
      }
      isBegun = !isLast;
      if (!isNoise) {
        text.append(part);
        if (isLast) {
          hear(text.toString(), now);
          text.setLength(0);
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ended(code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
      ended(String.valueOf(fault));
    }

    private static boolean isNoise(CharSequence part) {
      String beginning = part.subSequence(0, Math.min(part.length(), LONGEST_NOISE)).toString();
      for (String noise : NOISE) {
        if (beginning.startsWith(noise)) {
          return true;
        }
      }
      return false;
    }
  }
}
