package shop.emporium.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import shop.emporium.domain.shared.IllegalMoveException;

class ConversationStatusTest {

  @Test
  void aConversationGoesFromTheAssistantToAPersonAndIsClosed() {
    assertThat(
            ConversationStatus.ASSISTED
                .move(ConversationStatus.WAITING)
                .move(ConversationStatus.OPEN)
                .move(ConversationStatus.CLOSED)
                .move(ConversationStatus.TICKET))
        .isEqualTo(ConversationStatus.TICKET);
  }

  @Test
  void nothingGoesBackToTheAssistant() {
    for (ConversationStatus status : ConversationStatus.values()) {
      assertThat(status.canBecome(ConversationStatus.ASSISTED)).isFalse();
    }
    assertThatThrownBy(() -> ConversationStatus.OPEN.move(ConversationStatus.ASSISTED))
        .isInstanceOf(IllegalMoveException.class);
  }
}
