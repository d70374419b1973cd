package shop.emporium.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void endsAtItsLastMoment() {
    Hold hold = Hold.from(NOW, Hold.USUAL);
    assertThat(hold.isGood(NOW.plus(Hold.USUAL).minusMillis(1))).isTrue();
    assertThat(hold.isGood(NOW.plus(Hold.USUAL))).isFalse();
    assertThat(hold.left(NOW.plusSeconds(28))).isEqualTo(Duration.ofSeconds(14 * 60 + 32));
    assertThat(hold.left(NOW.plus(Hold.LONGEST))).isZero();
  }

  @Test
  void isNeitherTooShortToPayNorLongerThanADay() {
    assertThat(Hold.from(NOW, Duration.ZERO).until()).isEqualTo(NOW.plus(Hold.SHORTEST));
    assertThat(Hold.from(NOW, Duration.ofDays(7)).until()).isEqualTo(NOW.plus(Hold.LONGEST));
  }
}
