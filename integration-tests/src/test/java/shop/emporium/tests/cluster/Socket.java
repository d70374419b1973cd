package shop.emporium.tests.cluster;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A page's connection to /live or /chat, without the page. */
final class Socket implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * What was heard.
   *
   * @param at when, as {@link System#nanoTime}
   */
  record Heard(JsonObject frame, long at) {

    boolean is(String type) {
      return frame.getString("type").equals(type);
    }

    boolean isStock(String sku, int available) {
      return is("stock")
          && frame.getString("sku").equals(sku)
          && frame.getInt("available") == available;
    }

    boolean isCart(int count) {
      return is("cart") && frame.getInt("count") == count;
    }
  }

  /** How it ended: 1006 when nobody said goodbye. */
  record End(int code, String reason) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final WebSocket socket;

  private Socket(Shop.Visitor visitor, URI uri, String origin) {
    WebSocket.Builder builder = visitor.client().newWebSocketBuilder().connectTimeout(PATIENCE);
    visitor.address().ifPresent(address -> builder.header("X-Forwarded-For", address));
    if (origin != null) {
      builder.header("Origin", origin);
    }
    socket = builder.buildAsync(uri, new Ear()).orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** Opens one through nginx (node null) or at a node. */
  static Socket open(Shop.Visitor visitor, String node) {
    return open(visitor, node, null);
  }

  /** The same, as a page of another origin would. */
  static Socket open(Shop.Visitor visitor, String node, String origin) {
    return open(visitor, node, "/live", origin);
  }

  /** Opens one to another address than /live. */
  static Socket open(Shop.Visitor visitor, String node, String path, String origin) {
    URI http = node == null ? Shop.uri(path) : Shop.uri(node, path);
    return new Socket(visitor, URI.create(http.toString().replaceFirst("^http", "ws")), origin);
  }

  /** The status with which a handshake is refused; 0 when it is not. */
  static int refusal(Shop.Visitor visitor, String node, String origin) {
    return refusal(() -> open(visitor, node, origin).close());
  }

  /** The status with which the handshake of a socket was refused; 0 when it was not. */
  static int refusal(Runnable opening) {
    try {
      opening.run();
      return 0;
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw failed;
    }
  }

  Socket watch(String... skus) {
    say("{\"type\":\"watch\",\"skus\":[\"" + String.join("\",\"", skus) + "\"]}");
    return this;
  }

  void say(String text) {
    socket.sendText(text, true).join();
  }

  /** Says one message in two parts. */
  void say(String begin, String rest) {
    socket.sendText(begin, false).join();
    socket.sendText(rest, true).join();
  }

  void say(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  List<Heard> heard() {
    return List.copyOf(heard);
  }

  void forget() {
    heard.clear();
  }

  /** Waits until something was heard, and returns the first of it. */
  Heard await(Predicate<Heard> wanted) {
    Awaiting awaiting = new Awaiting(wanted);
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .pollDelay(Duration.ZERO)
        .until(awaiting::isOver);
    return awaiting.found;
  }

  boolean isOpen() {
    return !end.isDone();
  }

  End end() {
    return end.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Awaiting {

    private final Predicate<Heard> wanted;
    private Heard found;

    private Awaiting(Predicate<Heard> wanted) {
      this.wanted = wanted;
    }

    private boolean isOver() {
      found = heard.stream().filter(wanted).findFirst().orElse(null);
      return found != null;
    }
  }

  private final class Ear implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        heard.add(new Heard(Shop.parse(text.toString()), System.nanoTime()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      end.complete(new End(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
      end.complete(new End(1006, String.valueOf(fault)));
    }
  }
}
