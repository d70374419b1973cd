package shop.emporium.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class LineRefundTest {

  @Test
  void givesTheLeftCentsWithTheLastPiece() {
    Money paid = Money.parse("EUR 10.00");
    assertThat(new LineRefund(paid, 3, 0).forPieces(1)).isEqualTo(Money.parse("EUR 3.33"));
    assertThat(new LineRefund(paid, 3, 2).forPieces(1)).isEqualTo(Money.parse("EUR 3.34"));
    assertThat(new LineRefund(paid, 3, 0).forPieces(3)).isEqualTo(paid);
  }

  @Test
  void givesNothingForWhatIsNotThere() {
    LineRefund line = new LineRefund(Money.parse("EUR 10.00"), 3, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> line.forPieces(2));
    assertThatIllegalArgumentException().isThrownBy(() -> line.forPieces(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LineRefund(Money.parse("EUR 10.00"), 3, 4));
  }

  @Property
  void givesExactlyWhatWasPaidHoweverPiecesComeBack(
      @ForAll @LongRange(max = 100_000_000_000L) long paid,
      @ForAll @IntRange(min = 1, max = 99) int quantity,
      @ForAll @IntRange(min = 1, max = 99) int step) {
    Money whole = Money.ofMinor(CurrencyUnit.EUR, paid);
    Money given = Money.zero(CurrencyUnit.EUR);
    for (int returned = 0; returned < quantity; returned += step) {
      int pieces = Math.min(step, quantity - returned);
      Money part = new LineRefund(whole, quantity, returned).forPieces(pieces);
      assertThat(part.isNegative()).isFalse();
      given = given.plus(part);
    }
    assertThat(given).isEqualTo(whole);
  }
}
