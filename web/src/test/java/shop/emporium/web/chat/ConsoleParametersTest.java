package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

class ConsoleParametersTest {

  private static final LocalDate USUAL = LocalDate.of(2026, 11, 26);

  @Test
  void whatIsNotSentIsAsUsual() {
    ConsoleParameters sent = new ConsoleParameters();
    assertThat(sent.number("page", null, 1, 100)).isEqualTo(1);
    assertThat(sent.day("to", null, USUAL)).isEqualTo(USUAL);
    sent.check();
  }

  @Test
  void readsNumbersAndDays() {
    ConsoleParameters sent = new ConsoleParameters();
    assertThat(sent.number("page", "100", 1, 100)).isEqualTo(100);
    assertThat(sent.day("to", "2024-02-29", USUAL)).isEqualTo(LocalDate.of(2024, 2, 29));
    sent.check();
  }

  @Test
  void namesAllThatIsWrong() {
    ConsoleParameters sent = new ConsoleParameters();
    for (String typed : new String[] {"0", "101", "-1", "1e2", "", "99999999999"}) {
      sent.number("page", typed, 1, 100);
    }
    for (String typed : new String[] {"2026-02-30", "26.11.2026", "", "+12026-01-01"}) {
      sent.day("to", typed, USUAL);
    }
    assertThatThrownBy(sent::check)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem ->
                assertThat(problem.getProblem().violations())
                    .extracting(Problem.Violation::field)
                    .containsExactly(
                        "page", "page", "page", "page", "page", "page", "to", "to", "to", "to"));
  }
}
