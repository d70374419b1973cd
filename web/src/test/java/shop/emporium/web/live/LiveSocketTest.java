package shop.emporium.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.emporium.web.shared.FakeSession;

class LiveSocketTest {

  private static final LiveVisitor GUEST =
      new LiveVisitor(Optional.empty(), Optional.empty(), "192.0.2.1", Locale.ENGLISH);

  private final FakeSession browser = new FakeSession();
  private final LiveSocket socket = new LiveSocket(browser.session(), GUEST, System.nanoTime());

  @Test
  void saysNothingTwice() {
    socket.tell("cart", "1");
    socket.tell("cart", "1");
    socket.tell("cart", "2");
    socket.tell("cart", "1");
    assertThat(browser.sent()).containsExactly("1", "2", "1");
  }

  @Test
  void whoReadsSlowlyHearsTheNewestAboutEachThing() {
    browser.answerAtOnce(false);
    socket.tell("cart", "1");
    socket.tell("cart", "2");
    socket.tell("stock:A", "a");
    socket.tell("cart", "3");
    assertThat(browser.sent()).containsExactly("1");
    browser.answer();
    browser.answer();
    browser.answer();
    assertThat(browser.sent()).containsExactly("1", "3", "a");
  }

  @Test
  void aStateThatIsOverBeforeItWasSentIsNotSent() {
    browser.answerAtOnce(false);
    socket.tell("cart", "1");
    socket.tell("cart", "2");
    socket.tell("cart", "1");
    browser.answer();
    // The browser knows the first already; to say it again does no harm, but the second is not
    // said.
    assertThat(browser.sent()).doesNotContain("2");
  }

  @Test
  void whatIsWatchedNoMoreIsForgotten() {
    socket.watch(Set.of("A", "B"));
    socket.tell("stock:A", "a");
    socket.watch(Set.of("B"));
    socket.watch(Set.of("A"));
    socket.tell("stock:A", "a");
    assertThat(browser.sent()).containsExactly("a", "a");
  }
}
