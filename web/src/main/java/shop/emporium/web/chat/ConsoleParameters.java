package shop.emporium.web.chat;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/** Reads what addresses of the console's calls ask for, and collects what is wrong with it. */
final class ConsoleParameters {

  private final List<Problem.Violation> wrong = new ArrayList<>();

  /** A number from 1; another one when none was sent. */
  int number(String name, String typed, int usual, int most) {
    if (typed == null) {
      return usual;
    }
    Optional<Integer> number =
        Optional.of(typed)
            .filter(text -> text.matches("[1-9][0-9]{0,4}"))
            .map(Integer::valueOf)
            .filter(value -> value <= most);
    if (number.isEmpty()) {
      refuse(name, "must be a whole number, 1 to " + most);
    }
    return number.orElse(usual);
  }

  /** A day, such as 2026-11-26; another one when none was sent. */
  LocalDate day(String name, String typed, LocalDate usual) {
    if (typed == null) {
      return usual;
    }
    try {
      // Years of five digits are none of this shop's.
      if (typed.length() == 10) {
        return LocalDate.parse(typed);
      }
    } catch (DateTimeParseException noDay) {
      // Said below.
    }
    refuse(name, "must be a day, such as 2026-11-26");
    return usual;
  }

  /** Says that a parameter is not taken, and why. */
  void refuse(String name, String why) {
    wrong.add(new Problem.Violation(name, why));
  }

  /**
   * Ends the request when something was wrong.
   *
   * @throws ProblemException with a violation for each
   */
  void check() {
    if (!wrong.isEmpty()) {
      throw new ProblemException(Problem.invalid(List.copyOf(wrong)));
    }
  }
}
