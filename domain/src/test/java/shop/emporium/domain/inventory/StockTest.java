package shop.emporium.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StockTest {

  private static final List<BiFunction<Stock, Integer, Stock>> MOVES =
      List.of(
          Stock::reserve,
          Stock::release,
          Stock::sellReserved,
          Stock::sell,
          Stock::takeBack,
          Stock::holdAgain);

  @Test
  void goesFromTheShelfThroughTheTillToAnOrderAndBack() {
    Stock stock = new Stock(5, 0, 0).reserve(3);
    assertThat(stock).isEqualTo(new Stock(2, 3, 0));
    stock = stock.release(1).sellReserved(2);
    assertThat(stock).isEqualTo(new Stock(3, 0, 2));
    assertThat(stock.holdAgain(2)).isEqualTo(new Stock(3, 2, 0));
    assertThat(stock.takeBack(2)).isEqualTo(new Stock(5, 0, 0));
    assertThat(new Stock(5, 0, 0).sell(5)).isEqualTo(new Stock(0, 0, 5));
  }

  @Test
  void holdsNoneWhereThereAreFewerThanWanted() {
    assertThat(new Stock(2, 0, 0).has(2)).isTrue();
    assertThat(new Stock(2, 0, 0).has(3)).isFalse();
    assertThatExceptionOfType(NotEnoughException.class)
        .isThrownBy(() -> new Stock(2, 0, 0).reserve(3))
        .withMessage("There are 2, not 3");
  }

  @Test
  void movesAtLeastOnePieceAndNeverLessThanNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Stock(2, 0, 0).reserve(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Stock(2, 0, 0).sell(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Stock(-1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Stock(1, 0, 0).count(-1));
  }

  @Test
  void countsWhatCanBeBoughtAndLeavesTheRest() {
    assertThat(new Stock(2, 3, 4).count(7)).isEqualTo(new Stock(7, 3, 4));
    assertThat(new Stock(2, 3, 4).count(7).received()).isEqualTo(14);
  }

  @Test
  void isShortOnlyWhereFewerAreThere() {
    assertThat(new Shortage("A", 2, 1).available()).isOne();
    assertThatIllegalArgumentException().isThrownBy(() -> new Shortage("A", 2, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Shortage("A", 2, -1));
  }

  @Property
  void noPieceIsLostOrMadeWhateverIsAsked(
      @ForAll @IntRange(max = 20) int pieces,
      @ForAll @Size(max = 100) List<@IntRange(max = 5) Integer> moves,
      @ForAll @Size(min = 100, max = 100) List<@IntRange(min = 1, max = 8) Integer> amounts) {
    Stock stock = new Stock(pieces, 0, 0);
    for (int i = 0; i < moves.size(); i++) {
      try {
        stock = MOVES.get(moves.get(i)).apply(stock, amounts.get(i));
      } catch (NotEnoughException refused) {
        // Nothing happened then.
      }
      assertThat(stock.received()).isEqualTo(pieces);
    }
  }
}
