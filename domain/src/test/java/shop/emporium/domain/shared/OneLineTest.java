package shop.emporium.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Zoë O’Brien-Müller",
        "李小龍",
        "محمد",
        "می‌خواهم",
        "<script>alert(1)</script>",
        "👩‍👩‍👧 family"
      })
  void takesTextOfEveryScript(String text) {
    assertThat(OneLine.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "a\nBcc: b@example.com",
        "a\rb",
        "a\0b",
        "a\tb",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\u202Eb",
        "a\u2066b",
        "a\uD800b"
      })
  void refusesWhatEndsALineOrHidesWhatStandsThere(String text) {
    assertThat(OneLine.isValid(text)).isFalse();
  }
}
