package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import shop.emporium.ejb.chat.ChatOwner;
import shop.emporium.web.shared.FakeSession;

class ChatSocketTest {

  private static final ChatVisitor GUEST =
      new ChatVisitor(
          Optional.empty(),
          Optional.of(new ChatOwner(Optional.empty(), Optional.of(1L))),
          false,
          Optional.empty(),
          "192.0.2.1",
          "en");

  private final FakeSession browser = new FakeSession();
  private final ChatSocket socket = new ChatSocket(browser.session(), GUEST, System.nanoTime());

  @Test
  void whoReadsSlowlyIsToldAllInItsOrder() {
    browser.answerAtOnce(false);
    socket.tell("1");
    socket.tell("2");
    socket.tell("3");
    assertThat(browser.sent()).containsExactly("1");
    browser.answer();
    browser.answer();
    browser.answer();
    assertThat(browser.sent()).containsExactly("1", "2", "3");
  }

  @Test
  void whoTakesNothingIsDroppedAndNothingMoreIsKeptForHim() {
    browser.answerAtOnce(false);
    // One is on its way, and as many wait as may.
    for (int i = 0; i <= ChatLimits.WAITING; i++) {
      socket.tell("m" + i);
    }
    assertThat(socket.isSlow(System.nanoTime())).isFalse();
    socket.tell("one too many");
    assertThat(socket.isSlow(System.nanoTime())).isTrue();
    // There is a gap now: what comes after it would be out of order.
    browser.answer();
    socket.tell("after the gap");
    browser.answerAtOnce(true);
    browser.answer();
    assertThat(browser.sent())
        .hasSize(ChatLimits.WAITING + 1)
        .doesNotContain("one too many", "after the gap");
    assertThat(socket.isSlow(System.nanoTime())).isTrue();
  }

  @Test
  void howSomethingStandsIsToldOnce() {
    socket.tellState(1001, "open");
    socket.tellState(1001, "open");
    socket.tellState(1002, "open");
    socket.tellState(1001, "closed");
    assertThat(browser.sent()).containsExactly("open", "open", "closed");
    // Who looks anew is told anew.
    socket.look(1001, 0);
    socket.tellState(1001, "closed");
    assertThat(browser.sent()).hasSize(4);
  }

  @Test
  void whatWasSentIsDeliveredOnlyWhenTheBrowserHasTakenIt() {
    browser.answerAtOnce(false);
    List<String> delivered = new ArrayList<>();
    socket.tell("1", () -> delivered.add("1"));
    assertThat(delivered).isEmpty();
    browser.answer();
    assertThat(delivered).containsExactly("1");
    socket.tell("2", () -> delivered.add("2"));
    browser.fail();
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
    browser.answerAtOnce(false);
    socket.tell("1");
    assertThat(socket.isSlow(now + TimeUnit.SECONDS.toNanos(5))).isFalse();
    assertThat(socket.isSlow(now + TimeUnit.SECONDS.toNanos(11))).isTrue();
    assertThat(socket.isQuiet(now + TimeUnit.SECONDS.toNanos(20))).isFalse();
    assertThat(socket.isQuiet(now + TimeUnit.SECONDS.toNanos(26))).isTrue();
    assertThat(socket.isGone(now + TimeUnit.SECONDS.toNanos(59))).isFalse();
    assertThat(socket.isGone(now + TimeUnit.SECONDS.toNanos(61))).isTrue();
    // Signs of life are no words.
    socket.heard(now + TimeUnit.MINUTES.toNanos(118));
    assertThat(socket.isIdle(now + TimeUnit.MINUTES.toNanos(119))).isFalse();
    assertThat(socket.isIdle(now + TimeUnit.MINUTES.toNanos(121))).isTrue();
    socket.spoke(now + TimeUnit.MINUTES.toNanos(60));
    assertThat(socket.isIdle(now + TimeUnit.MINUTES.toNanos(121))).isFalse();
  }
}
