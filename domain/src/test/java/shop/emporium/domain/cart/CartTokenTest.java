package shop.emporium.domain.cart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CartTokenTest {

  @Test
  void isReadBackFromWhatTheBrowserKeeps() {
    CartToken token = CartToken.random();
    assertThat(CartToken.parse(token.value()).orElseThrow().hash())
        .isEqualTo(token.hash())
        .hasSize(32);
  }

  @Test
  void isNeverTheSameTwice() {
    assertThat(CartToken.random().value()).isNotEqualTo(CartToken.random().value());
  }

  @Test
  void keepsItsSecretOutOfLogs() {
    CartToken token = CartToken.random();
    assertThat(token.toString()).doesNotContain(token.value());
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
    assertThat(CartToken.parse(text)).isEmpty();
  }
}
