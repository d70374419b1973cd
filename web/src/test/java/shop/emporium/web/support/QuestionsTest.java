package shop.emporium.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {

  private static final List<Questions.Entry> ENTRIES =
      List.of(
          new Questions.Entry("returns", "q-1", "Wie groß ist die Öffnung?", "Sehr."),
          new Questions.Entry("returns", "q-2", "When is money returned?", "In 3 days."));

  @ParameterizedTest
  @CsvSource({
    "GROSS offnung, q-1",
    "groß, q-1",
    "öffnung sehr, q-1",
    "return, q-2",
    "'  money,3! ', q-2"
  })
  void wordsAreFoundWhateverTheirCaseAndAccents(String words, String id) {
    assertThat(Questions.search(ENTRIES, words))
        .extracting(Questions.Entry::id)
        .containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({"money groß", "eturn", "zzz"})
  void eachWordHasToBeginOne(String words) {
    assertThat(Questions.search(ENTRIES, words)).isEmpty();
  }

  @Test
  void noWordsFindAll() {
    assertThat(Questions.search(ENTRIES, "")).isEqualTo(ENTRIES);
    assertThat(Questions.search(ENTRIES, " ?! ")).isEqualTo(ENTRIES);
  }

  @Test
  void bothLanguagesHaveTheSameQuestions() {
    assertThat(Questions.all(Locale.GERMAN))
        .hasSameSizeAs(Questions.all(Locale.ENGLISH))
        .allSatisfy(entry -> assertThat(entry.question()).endsWith("?"));
  }
}
