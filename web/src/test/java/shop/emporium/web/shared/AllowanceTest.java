package shop.emporium.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  @Test
  void givesSomeAtOnceAndMoreAsTimeGoesBy() {
    long now = 0;
    Allowance allowance = new Allowance(3, 2, now);
    for (int i = 0; i < 3; i++) {
      assertThat(allowance.take(now)).isTrue();
    }
    assertThat(allowance.take(now)).isFalse();
    now += TimeUnit.MILLISECONDS.toNanos(600);
    assertThat(allowance.take(now)).isTrue();
    assertThat(allowance.take(now)).isFalse();
  }

  @Test
  void isNotSavedUp() {
    Allowance allowance = new Allowance(2, 2, 0);
    long later = TimeUnit.HOURS.toNanos(1);
    assertThat(allowance.take(later)).isTrue();
    assertThat(allowance.take(later)).isTrue();
    assertThat(allowance.take(later)).isFalse();
  }
}
