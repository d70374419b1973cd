package shop.emporium.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CannedRepliesTest {

  private static final Map<String, String> ALL =
      Map.of("name", "Ada", "agent", "Rosa", "order", "EM-100001");

  @Test
  void fillsAllPlaces() {
    assertThat(CannedReplies.fill("Hello {name}, this is {agent} about {order}. {name}?", ALL))
        .isEqualTo("Hello Ada, this is Rosa about EM-100001. Ada?");
  }

  @Test
  void leavesNoGapWhereNothingIsKnown() {
    assertThat(CannedReplies.fill("Hello {name}, this is {agent}.", Map.of("agent", "Rosa")))
        .isEqualTo("Hello, this is Rosa.");
    assertThat(CannedReplies.fill("Thank you, {name}, and goodbye, {name}.", Map.of()))
        .isEqualTo("Thank you, and goodbye.");
    assertThat(CannedReplies.fill("{name}: one moment", Map.of("name", " ")))
        .isEqualTo(": one moment");
  }

  @Test
  void keepsWhatIsNoPlace() {
    assertThat(CannedReplies.fill("{x} {NAME} {name", ALL)).isEqualTo("{x} {NAME} {name");
  }

  @Test
  void fillsNothingIntoWhatWasFilledIn() {
    assertThat(CannedReplies.fill("Hi {name}", Map.of("name", "$1 \\ {agent}", "agent", "Rosa")))
        .isEqualTo("Hi $1 \\ {agent}");
  }

  @Test
  void staysWithinAMessage() {
    String filled =
        CannedReplies.fill("a".repeat(1_990) + " {name}", Map.of("name", "b".repeat(60)));
    assertThat(filled).hasSize(MessageText.MAX).endsWith("b…");
  }
}
