package shop.emporium.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveSocketTest {

  private static final LiveVisitor GUEST =
      new LiveVisitor(Optional.empty(), Optional.empty(), "192.0.2.1", Locale.ENGLISH);

  private final List<String> sent = new ArrayList<>();
  private final List<SendHandler> unanswered = new ArrayList<>();
  private boolean answersAtOnce = true;
  private final LiveSocket socket = new LiveSocket(session(), GUEST, System.nanoTime());

  @Test
  void saysNothingTwice() {
    socket.tell("cart", "1");
    socket.tell("cart", "1");
    socket.tell("cart", "2");
    socket.tell("cart", "1");
    assertThat(sent).containsExactly("1", "2", "1");
  }

  @Test
  void whoReadsSlowlyHearsTheNewestAboutEachThing() {
    answersAtOnce = false;
    socket.tell("cart", "1");
    socket.tell("cart", "2");
    socket.tell("stock:A", "a");
    socket.tell("cart", "3");
    assertThat(sent).containsExactly("1");
    answer();
    answer();
    answer();
    assertThat(sent).containsExactly("1", "3", "a");
  }

  @Test
  void aStateThatIsOverBeforeItWasSentIsNotSent() {
    answersAtOnce = false;
    socket.tell("cart", "1");
    socket.tell("cart", "2");
    socket.tell("cart", "1");
    answer();
    // The browser knows the first already; to say it again does no harm, but the second is not
    // said.
    assertThat(sent).doesNotContain("2");
  }

  @Test
  void aThousandThingsAreSaidWithoutAnyDepth() {
    answersAtOnce = false;
    socket.tell("cart", "first");
    for (int i = 0; i < 1000; i++) {
      socket.tell("stock:" + i, "s" + i);
    }
    answersAtOnce = true;
    answer();
    assertThat(sent).hasSize(1001);
  }

  @Test
  void whatIsWatchedNoMoreIsForgotten() {
    socket.watch(Set.of("A", "B"));
    socket.tell("stock:A", "a");
    socket.watch(Set.of("B"));
    socket.watch(Set.of("A"));
    socket.tell("stock:A", "a");
    assertThat(sent).containsExactly("a", "a");
  }

  @Test
  void knowsWhoIsSlowQuietOrGone() {
    long now = System.nanoTime();
    assertThat(socket.isSlow(now + TimeUnit.MINUTES.toNanos(1))).isFalse();
    answersAtOnce = false;
    socket.tell("cart", "1");
    assertThat(socket.isSlow(now + TimeUnit.SECONDS.toNanos(5))).isFalse();
    assertThat(socket.isSlow(now + TimeUnit.SECONDS.toNanos(11))).isTrue();
    assertThat(socket.isQuiet(now + TimeUnit.SECONDS.toNanos(20))).isFalse();
    assertThat(socket.isQuiet(now + TimeUnit.SECONDS.toNanos(26))).isTrue();
    assertThat(socket.isGone(now + TimeUnit.SECONDS.toNanos(59))).isFalse();
    assertThat(socket.isGone(now + TimeUnit.SECONDS.toNanos(61))).isTrue();
  }

  private void answer() {
    unanswered.remove(0).onResult(new SendResult());
  }

  private Session session() {
    RemoteEndpoint.Async remote =
        proxy(
            RemoteEndpoint.Async.class,
            (frame, handler) -> {
              sent.add(frame);
              if (answersAtOnce) {
                handler.onResult(new SendResult());
              } else {
                unanswered.add(handler);
              }
            });
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (self, method, arguments) -> method.getName().equals("getAsyncRemote") ? remote : null);
  }

  private interface Sender {
    void send(String frame, SendHandler handler);
  }

  private static <T> T proxy(Class<T> type, Sender sender) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              sender.send((String) arguments[0], (SendHandler) arguments[1]);
              return null;
            }));
  }
}
