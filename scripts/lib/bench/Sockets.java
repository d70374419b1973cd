import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds idle connections to /live: Sockets URI COUNT. Says "open N" when all are there, each having been told who it is,
 * and holds them until its input ends. Answers pings, as browsers do.
 */
public class Sockets {

  private static final int AT_ONCE = 50;

  public static void main(String[] arguments) throws Exception {
    URI uri = URI.create(arguments[0]);
    int count = Integer.parseInt(arguments[1]);
    HttpClient client = HttpClient.newHttpClient();
    Semaphore opening = new Semaphore(AT_ONCE);
    AtomicInteger greeted = new AtomicInteger();
    AtomicInteger lost = new AtomicInteger();
    CompletableFuture<?>[] all = new CompletableFuture<?>[count];
    for (int i = 0; i < count; i++) {
      opening.acquire();
      all[i] =
          client
              .newWebSocketBuilder()
              .buildAsync(uri, new Ear(greeted, lost))
              .whenComplete((socket, fault) -> opening.release());
    }
    CompletableFuture.allOf(all).join();
    for (int i = 0; greeted.get() < count && i < 600; i++) {
      Thread.sleep(100);
    }
    System.out.println("open " + (greeted.get() - lost.get()));
    while (System.in.read() >= 0) {}
    System.out.println("lost " + lost.get());
    System.exit(0);
  }

  private record Ear(AtomicInteger greeted, AtomicInteger lost) implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      if (text.toString().contains("\"hello\"")) {
        greeted.incrementAndGet();
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      lost.incrementAndGet();
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable fault) {
      lost.incrementAndGet();
    }
  }
}
