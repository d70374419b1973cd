package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.Session;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BrowserSocketTest {

  private static final int MOST = 10;

  private final FakeSession browser = new FakeSession();
  private final Queued socket = new Queued(browser.session(), System.nanoTime());

  private static final class Queued extends BrowserSocket {

    private final Queue<Frame> waiting = new ArrayDeque<>();

    Queued(Session session, long now) {
      super(session, "/test", new Allowance(2, 1, now), now);
    }

    @Override
    protected String address() {
      return "192.0.2.1";
    }

    @Override
    public Optional<Long> signIn() {
      return Optional.empty();
    }

    @Override
    protected Optional<Frame> takeNext() {
      return Optional.ofNullable(waiting.poll());
    }

    void tell(Frame frame) {
      waiting.add(frame);
      pump();
    }
  }

  @Test
  void sendsOneFrameAtATime() {
    browser.answerAtOnce(false);
    socket.tell(BrowserSocket.Frame.of("1"));
    socket.tell(BrowserSocket.Frame.of("2"));
    assertThat(browser.sent()).containsExactly("1");
    browser.answer();
    assertThat(browser.sent()).containsExactly("1", "2");
  }

  @Test
  void sendsAThousandFramesWithoutAnyDepth() {
    browser.answerAtOnce(false);
    for (int i = 0; i < 1000; i++) {
      socket.tell(BrowserSocket.Frame.of("frame " + i));
    }
    browser.answerAtOnce(true);
    browser.answer();
    assertThat(browser.sent()).hasSize(1000).endsWith("frame 999");
  }

  @Test
  void saysWhenAFrameIsTaken() {
    browser.answerAtOnce(false);
    socket.tell(
        new BrowserSocket.Frame("1", () -> socket.tell(BrowserSocket.Frame.of("1 is taken"))));
    socket.tell(BrowserSocket.Frame.of("2"));
    assertThat(browser.sent()).containsExactly("1");
    browser.answerAtOnce(true);
    browser.answer();
    assertThat(browser.sent()).containsExactly("1", "2", "1 is taken");
  }

  @Test
  void knowsWhoIsSlowQuietOrGone() {
    long now = System.nanoTime();
    assertThat(socket.isSlow(now + TimeUnit.MINUTES.toNanos(1))).isFalse();
    browser.answerAtOnce(false);
    socket.tell(BrowserSocket.Frame.of("1"));
    assertThat(socket.isSlow(now + TimeUnit.SECONDS.toNanos(5))).isFalse();
    assertThat(socket.isSlow(now + TimeUnit.SECONDS.toNanos(11))).isTrue();
    assertThat(socket.isQuiet(now + TimeUnit.SECONDS.toNanos(20))).isFalse();
    assertThat(socket.isQuiet(now + TimeUnit.SECONDS.toNanos(26))).isTrue();
    assertThat(socket.isGone(now + TimeUnit.SECONDS.toNanos(59))).isFalse();
    assertThat(socket.isGone(now + TimeUnit.SECONDS.toNanos(61))).isTrue();
  }

  @Test
  void closesWhoSaysTooMuch() {
    long now = System.nanoTime();
    assertThat(socket.maySay("x".repeat(MOST), MOST, now)).isTrue();
    assertThat(browser.closed()).isEmpty();
    assertThat(socket.maySay("x".repeat(MOST + 1), MOST, now)).isFalse();
    assertThat(browser.closed()).containsExactly(1009);
  }

  @Test
  void countsBytesAsTheContainerDoes() {
    assertThat(socket.maySay("ä".repeat(MOST / 2 + 1), MOST, System.nanoTime())).isFalse();
    assertThat(browser.closed()).containsExactly(1009);
  }

  @Test
  void closesWhoTalksTooOften() {
    long now = System.nanoTime();
    assertThat(socket.maySay("", MOST, now)).isTrue();
    assertThat(socket.maySay("", MOST, now)).isTrue();
    assertThat(socket.maySay("", MOST, now)).isFalse();
    assertThat(browser.closed()).containsExactly(1008);
  }
}
