package shop.emporium.ejb.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {

  private final AtomicInteger attempts = new AtomicInteger();
  private final Retries retries = new Retries();

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01", "23505"})
  void triesAgainWhatPasses(String state) {
    assertThat(retries.run(refusing(2, state))).isEqualTo("done");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void givesUpAfterThreeAttempts() {
    assertThatThrownBy(() -> retries.run(refusing(3, "40P01")))
        .hasRootCauseInstanceOf(SQLException.class);
    assertThat(attempts).hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23514", "08006", "57014"})
  void triesNothingElseAgain(String state) {
    assertThatThrownBy(() -> retries.run(refusing(1, state))).isNotNull();
    assertThat(attempts).hasValue(1);
  }

  @Test
  void looksNoFurtherThanCausesGo() {
    Exception one = new Exception();
    one.initCause(new Exception(one));
    assertThat(Retries.isPassing(one)).isFalse();
    assertThat(Retries.isPassing(new SQLException("without a state"))).isFalse();
  }

  private Supplier<String> refusing(int times, String state) {
    return () -> {
      if (attempts.incrementAndGet() <= times) {
        throw new IllegalStateException(new RuntimeException(new SQLException("no", state)));
      }
      return "done";
    };
  }
}
