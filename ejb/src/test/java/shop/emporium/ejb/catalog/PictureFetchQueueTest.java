package shop.emporium.ejb.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PictureFetchQueueTest {

  @Test
  void waitsLongerAfterEachAttemptAndAtMostADay() {
    assertThat(PictureFetchQueue.delay(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(PictureFetchQueue.delay(2)).isEqualTo(Duration.ofMinutes(2));
    assertThat(PictureFetchQueue.delay(11)).isEqualTo(Duration.ofMinutes(1024));
    assertThat(PictureFetchQueue.delay(12)).isEqualTo(Duration.ofDays(1));
    assertThat(PictureFetchQueue.delay(100)).isEqualTo(Duration.ofDays(1));
  }
}
