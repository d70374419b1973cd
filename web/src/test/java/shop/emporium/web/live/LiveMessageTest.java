package shop.emporium.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.web.shared.SocketClose;

class LiveMessageTest {

  @Test
  void namesAllThatIsWatchedFromNowOn() throws Exception {
    assertThat(LiveMessage.parse("{\"type\":\"watch\",\"skus\":[\"A-1\",\"B 2\",\"A-1\"]}").skus())
        .containsExactly("A-1", "B 2");
    assertThat(LiveMessage.parse("{\"skus\":[],\"type\":\"watch\",\"more\":{}}").skus()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "junk",
        "null",
        "7",
        "[]",
        "{}",
        "{\"type\":\"watch\"}",
        "{\"type\":\"watch\",\"skus\":\"A\"}",
        "{\"type\":\"watch\",\"skus\":[1]}",
        "{\"type\":\"watch\",\"skus\":[null]}",
        "{\"type\":\"watch\",\"skus\":[\"\"]}",
        "{\"type\":\"watch\",\"skus\":[\"A\\u0000\"]}",
        "{\"type\":\"watch\",\"skus\":[\"\\ud800\"]}",
        "{\"type\":\"gossip\",\"skus\":[]}",
        "{\"type\":\"watch\",\"skus\":[\"A\"]",
      })
  void anythingElseIsJunk(String text) {
    assertRefused(text, LiveClose.JUNK);
  }

  @Test
  void isNotDeepAndNamesAreShort() {
    assertRefused("[".repeat(4000), LiveClose.JUNK);
    assertRefused("{\"type\":\"watch\",\"skus\":[\"" + "x".repeat(101) + "\"]}", LiveClose.JUNK);
  }

  @Test
  void watchesAHundredThings() throws Exception {
    assertThat(LiveMessage.parse(watch(100)).skus()).hasSize(100);
    assertRefused(watch(101), LiveClose.TOO_MANY_SKUS);
  }

  private static String watch(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "\"S-" + number + "\"")
        .collect(Collectors.joining(",", "{\"type\":\"watch\",\"skus\":[", "]}"));
  }

  private static void assertRefused(String text, SocketClose reason) {
    assertThatThrownBy(() -> LiveMessage.parse(text))
        .isInstanceOfSatisfying(
            LiveMessage.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
