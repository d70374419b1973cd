package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresChartTest {

  @Test
  void theHighestReachesTheLineAndNothingHasNoHeight() {
    FiguresChart chart =
        FiguresChart.of("waiting", List.of(0, 30, 60), List.of("1", "2", "3"), "1:00");
    assertThat(chart.bars())
        .extracting(FiguresChart.Bar::height)
        .containsExactly("0.0", "50.0", "100.0");
    assertThat(chart.bars())
        .extracting(FiguresChart.Bar::y)
        .containsExactly("120.0", "70.0", "20.0");
    assertThat(chart.bars()).allMatch(FiguresChart.Bar::isLabelled);
  }

  @Test
  void noLabelIsCutOffAtAnEnd() {
    List<String> days = List.of("1", "2", "3", "4", "5");
    assertThat(
            FiguresChart.of(
                    "waiting", Collections.nCopies(30, 1), Collections.nCopies(30, "x"), "1")
                .bars())
        .extracting(FiguresChart.Bar::anchor)
        .startsWith("start", "start", "middle")
        .endsWith("middle", "end", "end");
    assertThat(FiguresChart.of("waiting", Collections.nCopies(5, 1), days, "1").bars())
        .extracting(FiguresChart.Bar::anchor)
        .containsOnly("middle");
  }

  @Test
  void noMoreDaysAreNamedThanThereIsRoomFor() {
    FiguresChart chart =
        FiguresChart.of("waiting", Collections.nCopies(90, 0), Collections.nCopies(90, "x"), "–");
    assertThat(chart.bars()).hasSize(90);
    assertThat(chart.bars().stream().filter(FiguresChart.Bar::isLabelled))
        .hasSizeLessThanOrEqualTo(5);
  }
}
