package shop.emporium.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RememberTokenTest {

  @Test
  void isReadBackFromWhatTheBrowserKeeps() {
    RememberToken token = RememberToken.random();
    RememberToken read = RememberToken.parse(token.value()).orElseThrow();
    assertThat(read.value()).isEqualTo(token.value()).hasSize(87);
    assertThat(read.seriesHash()).isEqualTo(token.seriesHash()).hasSize(32);
    assertThat(read.secretHash()).isEqualTo(token.secretHash()).hasSize(32);
  }

  @Test
  void keepsItsSecretOutOfLogs() {
    RememberToken token = RememberToken.random();
    assertThat(token.toString()).doesNotContain(token.value());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ".", "a.b", "' OR 1=1", "..", "\"\""})
  void refusesWhatHasNotItsForm(String text) {
    assertThat(RememberToken.parse(text)).isEmpty();
  }
}
