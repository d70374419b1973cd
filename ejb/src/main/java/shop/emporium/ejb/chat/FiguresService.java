package shop.emporium.ejb.chat;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** How well people were answered, for those who work here: who calls has made sure of that. */
@Stateless
public class FiguresService {

  @Inject private FiguresQueries queries;

  /**
   * The figures of some days at the place of the shop.
   *
   * @throws IllegalArgumentException when {@link FiguresView#isRange} says no, which the caller
   *     looks at first
   */
  public FiguresView of(@NotNull LocalDate from, @NotNull LocalDate until) {
    if (!FiguresView.isRange(from, until)) {
      throw new IllegalArgumentException("No range of days: " + from + " to " + until);
    }
    return queries.of(from, until);
  }
}
