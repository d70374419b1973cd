package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import shop.emporium.ejb.chat.ChatOwner;

class ChatSocketTest {

  private static final ChatVisitor GUEST =
      new ChatVisitor(
          Optional.empty(),
          Optional.of(new ChatOwner(Optional.empty(), Optional.of(1L))),
          false,
          Optional.empty(),
          "192.0.2.1",
          "en");

  private final List<String> sent = new ArrayList<>();
  private final List<SendHandler> unanswered = new ArrayList<>();
  private boolean answersAtOnce = true;
  private final ChatSocket socket = new ChatSocket(session(), GUEST, System.nanoTime());

  @Test
  void whoReadsSlowlyIsToldAllInItsOrder() {
    answersAtOnce = false;
    socket.tell("1");
    socket.tell("2");
    socket.tell("3");
    assertThat(sent).containsExactly("1");
    answer();
    answer();
    answer();
    assertThat(sent).containsExactly("1", "2", "3");
  }

  @Test
  void whoTakesNothingIsDroppedAndNothingMoreIsKeptForHim() {
    answersAtOnce = false;
    // One is on its way, and as many wait as may.
    for (int i = 0; i <= ChatLimits.WAITING; i++) {
      socket.tell("m" + i);
    }
    assertThat(socket.isOverrun()).isFalse();
    socket.tell("one too many");
    assertThat(socket.isOverrun()).isTrue();
    // There is a gap now: what comes after it would be out of order.
    answer();
    socket.tell("after the gap");
    answersAtOnce = true;
    answer();
    assertThat(sent)
        .hasSize(ChatLimits.WAITING + 1)
        .doesNotContain("one too many", "after the gap");
    assertThat(socket.isOverrun()).isTrue();
  }

  @Test
  void howSomethingStandsIsToldOnce() {
    socket.tellState(1001, "open");
    socket.tellState(1001, "open");
    socket.tellState(1002, "open");
    socket.tellState(1001, "closed");
    assertThat(sent).containsExactly("open", "open", "closed");
    // Who looks anew is told anew.
    socket.look(1001, 0);
    socket.tellState(1001, "closed");
    assertThat(sent).hasSize(4);
  }

  @Test
  void whatWasSentIsDeliveredOnlyWhenTheBrowserHasTakenIt() {
    answersAtOnce = false;
    List<String> delivered = new ArrayList<>();
    socket.tell("1", () -> delivered.add("1"));
    assertThat(delivered).isEmpty();
    answer();
    assertThat(delivered).containsExactly("1");
    socket.tell("2", () -> delivered.add("2"));
    unanswered.remove(0).onResult(new SendResult(new IllegalStateException("gone")));
    assertThat(delivered).containsExactly("1");
  }

  @Test
  void theLastMessageThatWasSentNeverGoesBack() {
    assertThat(socket.sent(1001)).isEqualTo(-1);
    socket.sent(1001, 5);
    assertThat(socket.sent(1001)).as("of a conversation that it does not see").isEqualTo(-1);
    socket.look(1001, 3);
    socket.sent(1001, 5);
    socket.sent(1001, 4);
    assertThat(socket.sent(1001)).isEqualTo(5);
    socket.leave(1001);
    assertThat(socket.sent(1001)).isEqualTo(-1);
  }

  @Test
  void knowsWhoIsSlowQuietGoneOrIdle() {
    long now = System.nanoTime();
    assertThat(socket.isSlow(now + TimeUnit.MINUTES.toNanos(1))).isFalse();
    answersAtOnce = false;
    socket.tell("1");
    assertThat(socket.isSlow(now + TimeUnit.SECONDS.toNanos(5))).isFalse();
    assertThat(socket.isSlow(now + TimeUnit.SECONDS.toNanos(11))).isTrue();
    assertThat(socket.isQuiet(now + TimeUnit.SECONDS.toNanos(20))).isFalse();
    assertThat(socket.isQuiet(now + TimeUnit.SECONDS.toNanos(26))).isTrue();
    assertThat(socket.isGone(now + TimeUnit.SECONDS.toNanos(59))).isFalse();
    assertThat(socket.isGone(now + TimeUnit.SECONDS.toNanos(61))).isTrue();
    assertThat(socket.isIdle(now + TimeUnit.MINUTES.toNanos(119))).isFalse();
    assertThat(socket.isIdle(now + TimeUnit.MINUTES.toNanos(121))).isTrue();
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
