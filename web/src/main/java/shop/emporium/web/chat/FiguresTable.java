package shop.emporium.web.chat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import shop.emporium.ejb.chat.FiguresView;
import shop.emporium.web.shared.Format;

/**
 * Figures of agents or of days, a line each, where wanted with bars that compare the lines.
 *
 * @param key what its heading is called by
 */
public record FiguresTable(String key, List<Line> lines) {

  private static final String NONE = "–";

  /** Whose figures, or of which day. */
  record Named(String name, FiguresView.Sum sum) {}

  /** A line. */
  public record Line(String name, List<Cell> cells) {}

  /**
   * A figure of a line.
   *
   * @param share of the highest in its column, in percent; 0 where there is no bar
   */
  public record Cell(String value, int share) {}

  /** A table without bars. */
  static FiguresTable plain(String key, List<Named> sums, Locale locale) {
    return of(key, sums, locale, Map.of());
  }

  /** A table with bars. */
  static FiguresTable compared(String key, List<Named> sums, Locale locale) {
    Map<Figure, Integer> highest = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figure
          .highest(sums.stream().map(Named::sum))
          .filter(most -> most > 0)
          .ifPresent(most -> highest.put(figure, most));
    }
    return of(key, sums, locale, highest);
  }

  private static FiguresTable of(
      String key, List<Named> sums, Locale locale, Map<Figure, Integer> highest) {
    return new FiguresTable(key, sums.stream().map(named -> line(named, locale, highest)).toList());
  }

  private static Line line(Named named, Locale locale, Map<Figure, Integer> highest) {
    List<Cell> cells = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      Integer own = figure.of(named.sum());
      Integer most = highest.get(figure);
      int share = own == null || most == null ? 0 : Math.toIntExact(100L * own / most);
      cells.add(new Cell(figure.words(own), share));
    }
    cells.add(new Cell(stars(named.sum(), locale), 0));
    return new Line(named.name(), cells);
  }

  static String stars(FiguresView.Sum sum, Locale locale) {
    return sum.stars() == null ? NONE : Format.average(sum.stars(), locale);
  }

  /** Such as 0:48 or 1:02:10; null is nothing. */
  static String time(Integer seconds) {
    if (seconds == null) {
      return NONE;
    }
    String rest = "%02d".formatted(seconds % 60);
    return seconds < 3600
        ? seconds / 60 + ":" + rest
        : seconds / 3600 + ":" + "%02d".formatted(seconds % 3600 / 60) + ":" + rest;
  }
}
