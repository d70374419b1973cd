package shop.emporium.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

  @Test
  void isReadHoweverItIsTyped() {
    RecoveryCode code = RecoveryCode.random();
    assertThat(code.value()).matches("([a-z2-7]{4}-){3}[a-z2-7]{4}");
    String typed = " " + code.value().toUpperCase(Locale.ROOT).replace('-', ' ') + " ";
    assertThat(RecoveryCode.parse(typed).orElseThrow().hash()).isEqualTo(code.hash());
    assertThat(code.hash()).hasSize(32).isNotEqualTo(RecoveryCode.random().hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "123456", "aaaa-aaaa-aaaa-aaa", "aaaa-aaaa-aaaa-aaa1", "ääää-aaaa-aaaa-aaaa"})
  void takesNothingElse(String typed) {
    assertThat(RecoveryCode.parse(typed)).isEmpty();
  }

  @Test
  void keepsItselfOutOfLogs() {
    RecoveryCode code = RecoveryCode.random();
    assertThat(code.toString()).doesNotContain(code.value());
  }
}
