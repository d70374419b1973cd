package shop.emporium.web.chat;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Figures of some days as bars of an SVG drawing, whose attributes carry all measures: a strict CSP
 * needs no inline style then.
 *
 * @param key what its heading is called by
 * @param most the highest value, as pages say it; null where there is nothing
 */
public record FiguresChart(String key, String most, List<Bar> bars) {

  private static final int WIDTH = 640;
  private static final int TOP = 20;
  private static final int BOTTOM = 120;
  private static final int MOST_LABELS = 5;

  /** So near to an end of the drawing the middle of a label would cut it off. */
  private static final int EDGE = 40;

  /**
   * A bar, in pixels of the drawing.
   *
   * @param anchor on which side of the middle the label is, as SVG says it
   * @param isLabelled whether there is room to say which day it is
   */
  public record Bar(
      String x,
      String y,
      String width,
      String height,
      String middle,
      String anchor,
      String label,
      boolean isLabelled) {}

  /**
   * Bars of some values, the highest of which reaches the upper line.
   *
   * @param labels one for each value
   * @param most the highest value in words
   */
  static FiguresChart of(String key, List<Integer> values, List<String> labels, String most) {
    int highest = Math.max(1, values.stream().mapToInt(Integer::intValue).max().orElse(1));
    double step = (double) WIDTH / Math.max(1, values.size());
    int every = (values.size() + MOST_LABELS - 1) / MOST_LABELS;
    return new FiguresChart(
        key,
        most,
        IntStream.range(0, values.size())
            .mapToObj(
                i ->
                    bar(
                        i,
                        step,
                        values.get(i),
                        highest,
                        labels.get(i),
                        i % Math.max(1, every) == 0))
            .toList());
  }

  private static Bar bar(
      int index, double step, int value, int highest, String label, boolean isLabelled) {
    double height = (double) (BOTTOM - TOP) * value / highest;
    double width = Math.min(40, step * 0.7);
    double middle = step * (index + 0.5);
    return new Bar(
        pixels(middle - width / 2),
        pixels(BOTTOM - height),
        pixels(width),
        pixels(height),
        pixels(middle),
        middle < EDGE ? "start" : middle > WIDTH - EDGE ? "end" : "middle",
        label,
        isLabelled);
  }

  private static String pixels(double value) {
    return Double.toString(Math.round(value * 10) / 10.0);
  }
}
