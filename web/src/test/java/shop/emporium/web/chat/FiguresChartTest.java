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
  void noMoreDaysAreNamedThanThereIsRoomFor() {
    FiguresChart chart =
        FiguresChart.of("waiting", Collections.nCopies(90, 0), Collections.nCopies(90, "x"), "–");
    assertThat(chart.bars()).hasSize(90);
    assertThat(chart.bars().stream().filter(FiguresChart.Bar::isLabelled))
        .hasSizeLessThanOrEqualTo(8);
  }
}
