package shop.emporium.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource({
    "Outdoor & sport,outdoor-sport",
    "Café Crème,cafe-creme",
    "Straße,strasse",
    "Smørrebrød,smorrebrod",
    "  Red   lamp!,red-lamp",
    "ﬁne,fine",
    "A--B,a-b"
  })
  void isMadeOfAName(String name, String slug) {
    assertThat(Slug.of(name)).isEqualTo(slug);
    assertThat(Slug.isValid(slug)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!!!", "日本", "---"})
  void needsALetterOrDigit(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Slug.of(name));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "-", "a--b", "A", "a b", "../etc", "a'", "%00", "a-"})
  void refusesWhatNoSlugCanBe(String text) {
    assertThat(Slug.isValid(text)).isFalse();
  }

  @Test
  void isNeverTooLong() {
    assertThat(Slug.of("word ".repeat(100)))
        .hasSizeLessThanOrEqualTo(Slug.MAX_LENGTH)
        .doesNotEndWith("-");
  }
}
