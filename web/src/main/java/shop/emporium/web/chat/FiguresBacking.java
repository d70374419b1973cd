package shop.emporium.web.chat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.omnifaces.util.Faces;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.ejb.chat.FiguresService;
import shop.emporium.ejb.chat.FiguresView;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;

/** How well people were answered: {@code /agent/figures?days=30}. */
@Named("figures")
@RequestScoped
public class FiguresBacking {

  private static final List<Integer> RANGES = List.of(7, 30, 90);
  private static final String NONE = "–";

  @Inject private FiguresService figures;
  @Inject private HttpServletRequest request;

  private int range;
  private FiguresView view;

  /**
   * One figure over all days.
   *
   * @param more the same of nearly all; null where there is no such
   */
  public record Tile(String key, String value, String more) {}

  /** A table of figures. */
  public record Table(String key, List<Line> lines) {}

  /** A line of it: a day, or an agent. */
  public record Line(
      String name,
      String conversations,
      String waiting,
      String answer,
      String resolved,
      String stars) {}

  public void load() {
    String typed = request.getParameter("days");
    range =
        RANGES.stream()
            .filter(days -> days.toString().equals(typed))
            .findFirst()
            .orElse(RANGES.get(0));
    LocalDate today = LocalDate.now(DeliveryEstimate.PLACE);
    view = figures.of(today.minusDays(range - 1L), today);
  }

  public int getRange() {
    return range;
  }

  public List<Integer> getRanges() {
    return RANGES;
  }

  public List<Tile> getTiles() {
    FiguresView.Sum sum = view.total();
    return List.of(
        new Tile("waiting", time(sum.waitingMedian()), more(sum.waiting95())),
        new Tile("answer", time(sum.answerMedian()), more(sum.answer95())),
        new Tile("resolved", sum.resolved() + " / " + sum.conversations(), null),
        new Tile("stars", stars(sum), null));
  }

  public List<FiguresChart> getCharts() {
    return List.of(
        chart("waiting", FiguresView.Sum::waitingMedian, FiguresBacking::time),
        chart("answer", FiguresView.Sum::answerMedian, FiguresBacking::time),
        chart("conversations", FiguresView.Sum::conversations, String::valueOf),
        chart("resolved", FiguresView.Sum::resolved, String::valueOf));
  }

  private FiguresChart chart(
      String key, Function<FiguresView.Sum, Integer> value, Function<Integer, String> words) {
    List<Integer> values =
        view.days().stream()
            .map(day -> Objects.requireNonNullElse(value.apply(day.sum()), 0))
            .toList();
    Optional<Integer> most =
        view.days().stream()
            .map(day -> value.apply(day.sum()))
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder());
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(
            PageText.of("agent.figures.day", Faces.getLocale()), Faces.getLocale());
    return FiguresChart.of(
        key,
        values,
        view.days().stream().map(day -> format.format(day.day())).toList(),
        most.map(words).orElse(null));
  }

  /** By agent, and by day with the last first; days on which nothing was are left out. */
  public List<Table> getTables() {
    Locale locale = Faces.getLocale();
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(PageText.of("delivery.date", locale), locale);
    return List.of(
        new Table(
            "agents",
            view.agents().stream().map(agent -> line(agent.name(), agent.sum())).toList()),
        new Table(
            "daily",
            view.days().stream()
                .filter(day -> day.sum().conversations() > 0)
                .sorted(Comparator.comparing(FiguresView.Day::day).reversed())
                .map(day -> line(format.format(day.day()), day.sum()))
                .toList()));
  }

  private static Line line(String name, FiguresView.Sum sum) {
    return new Line(
        name,
        Integer.toString(sum.conversations()),
        time(sum.waitingMedian()),
        time(sum.answerMedian()),
        Integer.toString(sum.resolved()),
        stars(sum));
  }

  private static String stars(FiguresView.Sum sum) {
    return sum.stars() == null ? NONE : Format.average(sum.stars(), Faces.getLocale());
  }

  private static String more(Integer seconds) {
    return seconds == null ? null : time(seconds);
  }

  /** Such as 0:48 or 1:02:10. */
  private static String time(Integer seconds) {
    if (seconds == null) {
      return NONE;
    }
    String rest = "%02d".formatted(seconds % 60);
    return seconds < 3600
        ? seconds / 60 + ":" + rest
        : seconds / 3600 + ":" + "%02d".formatted(seconds % 3600 / 60) + ":" + rest;
  }
}
