package shop.emporium.ejb.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailQueueTest {

  @Test
  void attemptsComeMoreAndMoreSeldom() {
    assertThat(MailQueue.delay(1)).isEqualTo(Duration.ofSeconds(15));
    assertThat(MailQueue.delay(2)).isEqualTo(Duration.ofSeconds(30));
    assertThat(MailQueue.delay(5)).isEqualTo(Duration.ofMinutes(4));
    assertThat(MailQueue.delay(11)).isEqualTo(Duration.ofMinutes(256));
    assertThat(MailQueue.delay(12)).isEqualTo(Duration.ofHours(6));
    assertThat(MailQueue.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void aWeekendWithoutAMailServerIsOutlived() {
    Duration all =
        IntStream.range(1, MailQueue.MAX_ATTEMPTS)
            .mapToObj(MailQueue::delay)
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(all).isBetween(Duration.ofHours(60), Duration.ofDays(3));
  }
}
