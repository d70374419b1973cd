package shop.emporium.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import shop.emporium.ejb.chat.FiguresView;

class FiguresTableTest {

  private static final List<FiguresTable.Named> BOTH =
      List.of(
          new FiguresTable.Named("Rosa", sum(8, 30, 3_730, 6, new BigDecimal("4.5"))),
          new FiguresTable.Named("Sam", sum(2, null, 60, 0, null)));

  @Test
  void agentsAreComparedWithTheHighestOfEachColumn() {
    FiguresTable table = FiguresTable.compared("agents", BOTH, Locale.ENGLISH);
    assertThat(table.lines().get(0).cells())
        .extracting(FiguresTable.Cell::share)
        .containsExactly(100, 100, 100, 100, 0);
    assertThat(table.lines().get(1).cells())
        .extracting(FiguresTable.Cell::share)
        .containsExactly(25, 0, 1, 0, 0);
  }

  @Test
  void whatIsNotThereIsADash() {
    FiguresTable table = FiguresTable.plain("daily", BOTH, Locale.ENGLISH);
    assertThat(table.lines().get(0).cells())
        .extracting(FiguresTable.Cell::value)
        .containsExactly("8", "0:30", "1:02:10", "6", "4.5");
    assertThat(table.lines().get(1).cells())
        .extracting(FiguresTable.Cell::value)
        .containsExactly("2", "–", "1:00", "0", "–");
    assertThat(table.lines().get(0).cells()).allMatch(cell -> cell.share() == 0);
  }

  private static FiguresView.Sum sum(
      int conversations, Integer waiting, Integer answer, int resolved, BigDecimal stars) {
    return new FiguresView.Sum(conversations, waiting, waiting, answer, answer, resolved, stars);
  }
}
