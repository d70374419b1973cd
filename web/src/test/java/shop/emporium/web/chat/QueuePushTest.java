package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import shop.emporium.domain.chat.Channel;
import shop.emporium.domain.chat.ConversationStatus;
import shop.emporium.ejb.chat.QueueReader;

class QueuePushTest {

  @Test
  void whoWasTakenBetweenTheTwoLooksStandsInOneListOnly() {
    QueueReader.Line taken = line(1001, ConversationStatus.OPEN, 7);
    QueueReader.Line waits = line(1002, ConversationStatus.WAITING, 0);
    QueueReader.Line before = line(1001, ConversationStatus.WAITING, 0);
    assertThat(QueuePush.without(List.of(before, waits), List.of(taken))).containsExactly(waits);
    assertThat(QueuePush.without(List.of(before, waits), List.of())).containsExactly(before, waits);
  }

  private static QueueReader.Line line(long conversation, ConversationStatus status, long agent) {
    return new QueueReader.Line(
        conversation,
        Channel.CHAT,
        status,
        "Jo",
        "Hello",
        Instant.EPOCH,
        Instant.EPOCH,
        List.of(),
        "en",
        agent,
        0);
  }
}
