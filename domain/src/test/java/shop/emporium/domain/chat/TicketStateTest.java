package shop.emporium.domain.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TicketStateTest {

  @ParameterizedTest
  @EnumSource(value = ConversationStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
  void whoeverSpokeLastDecidesWhileItGoesOn(ConversationStatus status) {
    assertThat(TicketState.of(status, Optional.of(Sender.AGENT))).isEqualTo(TicketState.ANSWERED);
    assertThat(TicketState.of(status, Optional.of(Sender.SHOPPER))).isEqualTo(TicketState.WAITING);
    assertThat(TicketState.of(status, Optional.empty())).isEqualTo(TicketState.WAITING);
  }

  @Test
  void whatIsClosedIsDoneWhoeverSpokeLast() {
    assertThat(TicketState.of(ConversationStatus.CLOSED, Optional.of(Sender.SHOPPER)))
        .isEqualTo(TicketState.DONE);
    assertThat(TicketState.DONE.code()).isEqualTo("done");
  }
}
