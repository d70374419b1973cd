package shop.emporium.domain.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static shop.emporium.domain.review.ReviewStatus.PENDING;
import static shop.emporium.domain.review.ReviewStatus.PUBLISHED;
import static shop.emporium.domain.review.ReviewStatus.REJECTED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.emporium.domain.shared.IllegalMoveException;

class ReviewTest {

  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace, Ada L.",
    "'  Ada   King  Lovelace ', Ada L.",
    "Ada, Ada",
    "'Åsa östberg', Åsa Ö.",
    "'Li \uD835\uDC9C', 'Li \uD835\uDC9C.'",
    "'', ''"
  })
  void callsPeopleByTheFirstNameAndALetter(String name, String called) {
    assertThat(Review.publicName(name)).isEqualTo(called);
  }

  @Test
  void namesThatAreTooLongAreNone() {
    assertThat(Review.publicName("x".repeat(100) + " y")).isEmpty();
    assertThat(Review.publicName("x".repeat(56) + " y")).hasSize(59);
  }

  @Test
  void keepsLinesAndParagraphsAndNothingElse() {
    assertThat(Review.tidy(" one\r\ntwo\rthree\n \n\n\nfour\tfive\n"))
        .isEqualTo("one\ntwo\nthree\n\nfour five");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "one\ntwo", "\n", "<script>alert(1)</script>", "日本\n👍"})
  void takesTextOfSeveralLines(String text) {
    assertThat(text.matches(Review.TEXT_FORM)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\rb", "a\u202Eb", "a\u2028b", "a\uD800b"})
  void takesNothingThatCannotBeShown(String text) {
    assertThat(text.matches(Review.TEXT_FORM)).isFalse();
  }

  @Test
  void longTextIsLookedAtOnce() {
    assertThat(("a\n".repeat(100_000) + "\u0000").matches(Review.TEXT_FORM)).isFalse();
  }

  @Test
  void isReadBeforeItIsShownAndAgainAfterEachChange() {
    assertThat(PENDING.next()).containsExactlyInAnyOrder(PUBLISHED, REJECTED);
    assertThat(PUBLISHED.canBecome(PENDING)).isTrue();
    assertThat(REJECTED.move(PENDING)).isEqualTo(PENDING);
    assertThat(REJECTED.canBecome(PUBLISHED)).isTrue();
    assertThatThrownBy(() -> PUBLISHED.move(PUBLISHED)).isInstanceOf(IllegalMoveException.class);
  }
}
