package shop.emporium.web.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import shop.emporium.ejb.chat.FiguresView;
import shop.emporium.web.shared.Format;

/**
 * Figures of agents or of days, a line each, where wanted with bars that compare the lines.
 *
 * @param key what its heading is called by
 */
public record FiguresTable(String key, List<Line> lines) {

  private static final String NONE = "–";

  private static final List<Column> COLUMNS =
      List.of(
          new Column(FiguresView.Sum::conversations, String::valueOf),
          new Column(FiguresView.Sum::waitingMedian, FiguresTable::time),
          new Column(FiguresView.Sum::answerMedian, FiguresTable::time),
          new Column(FiguresView.Sum::resolved, String::valueOf));

  /** What a column shows of each line. */
  private record Column(Function<FiguresView.Sum, Integer> value, Function<Integer, String> words) {

    private int highest(List<Named> sums) {
      return sums.stream()
          .map(named -> value.apply(named.sum()))
          .filter(Objects::nonNull)
          .mapToInt(Integer::intValue)
          .max()
          .orElse(0);
    }

    private Cell cell(FiguresView.Sum sum, int highest) {
      Integer own = value.apply(sum);
      int share = own == null || highest == 0 ? 0 : Math.toIntExact(100L * own / highest);
      return new Cell(words.apply(own), share);
    }
  }

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
    return of(key, sums, locale, COLUMNS.stream().map(column -> 0).toList());
  }

  /** A table with bars. */
  static FiguresTable compared(String key, List<Named> sums, Locale locale) {
    return of(key, sums, locale, COLUMNS.stream().map(column -> column.highest(sums)).toList());
  }

  private static FiguresTable of(
      String key, List<Named> sums, Locale locale, List<Integer> highest) {
    return new FiguresTable(key, sums.stream().map(named -> line(named, locale, highest)).toList());
  }

  private static Line line(Named named, Locale locale, List<Integer> highest) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      cells.add(COLUMNS.get(i).cell(named.sum(), highest.get(i)));
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
