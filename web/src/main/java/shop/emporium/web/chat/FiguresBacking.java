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
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import shop.emporium.domain.shared.DeliveryEstimate;
import shop.emporium.ejb.chat.FiguresService;
import shop.emporium.ejb.chat.FiguresView;
import shop.emporium.web.shared.PageText;

/** How well people were answered: {@code /agent/figures?days=30}. */
@Named("figures")
@RequestScoped
public class FiguresBacking {

  private static final List<Integer> RANGES = List.of(7, 30, 90);

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
        new Tile("waiting", FiguresTable.time(sum.waitingMedian()), more(sum.waiting95())),
        new Tile("answer", FiguresTable.time(sum.answerMedian()), more(sum.answer95())),
        new Tile("resolved", sum.resolved() + " / " + sum.conversations(), null),
        new Tile("stars", FiguresTable.stars(sum, Faces.getLocale()), null));
  }

  public List<FiguresChart> getCharts() {
    return Stream.of(Figure.WAITING, Figure.ANSWER, Figure.CONVERSATIONS, Figure.RESOLVED)
        .map(this::chart)
        .toList();
  }

  private FiguresChart chart(Figure figure) {
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(
            PageText.of("agent.figures.day", Faces.getLocale()), Faces.getLocale());
    return FiguresChart.of(
        figure.key(),
        view.days().stream()
            .map(day -> Objects.requireNonNullElse(figure.of(day.sum()), 0))
            .toList(),
        view.days().stream().map(day -> format.format(day.day())).toList(),
        figure
            .highest(view.days().stream().map(FiguresView.Day::sum))
            .map(figure::words)
            .orElse(null));
  }

  /**
   * By agent, and by day with the last first; days on which nothing was are left out. Days are
   * compared by the charts, agents in their table.
   */
  public List<FiguresTable> getTables() {
    Locale locale = Faces.getLocale();
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(PageText.of("delivery.date", locale), locale);
    return List.of(
        FiguresTable.compared(
            "agents",
            view.agents().stream()
                .map(agent -> new FiguresTable.Named(agent.name(), agent.sum()))
                .toList(),
            locale),
        FiguresTable.plain(
            "daily",
            view.days().stream()
                .filter(day -> day.sum().conversations() > 0)
                .sorted(Comparator.comparing(FiguresView.Day::day).reversed())
                .map(day -> new FiguresTable.Named(format.format(day.day()), day.sum()))
                .toList(),
            locale));
  }

  private static String more(Integer seconds) {
    return seconds == null ? null : FiguresTable.time(seconds);
  }
}
