package shop.emporium.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

  @Test
  void isReadBackFromWhatItsHolderKeeps() {
    Secret secret = Secret.random();
    assertThat(Secret.parse(secret.value())).contains(secret);
    assertThat(Secret.parse(secret.value()).orElseThrow().hash())
        .isEqualTo(secret.hash())
        .hasSize(32);
  }

  @Test
  void isNeverTheSameTwice() {
    assertThat(Secret.random()).isNotEqualTo(Secret.random());
  }

  @Test
  void isFollowedByTheSameOneForTheSameSaltOnly() {
    Secret secret = Secret.random();
    byte[] salt = Secret.randomBytes();
    assertThat(secret.next(salt)).isEqualTo(secret.next(salt)).isNotEqualTo(secret);
    assertThat(secret.next(salt)).isNotEqualTo(secret.next(Secret.randomBytes()));
    assertThat(secret.next(salt)).isNotEqualTo(Secret.random().next(salt));
  }

  @Test
  void keepsItselfOutOfLogs() {
    Secret secret = Secret.random();
    assertThat(secret.toString()).doesNotContain(secret.value());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "short",
        "' OR 1=1 --",
        "0123456789012345678901234567890123456789012=",
        "ä23456789012345678901234567890123456789012"
      })
  void refusesWhatHasNotItsForm(String text) {
    assertThat(Secret.parse(text)).isEmpty();
  }
}
