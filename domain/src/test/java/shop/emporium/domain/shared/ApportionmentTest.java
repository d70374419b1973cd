package shop.emporium.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

  private static final long MOST = 100_000_000_000L;

  @Test
  void givesTheLeftCentsToThoseThatLostMost() {
    assertThat(split(100, 1, 1, 1)).isEqualTo(cents(34, 33, 33));
    assertThat(split(10, 250, 750, 0)).isEqualTo(cents(3, 7, 0));
    assertThat(split(5, 1, 2, 3)).isEqualTo(cents(1, 2, 2));
  }

  @Test
  void givesTheWholeToTheFirstWhereNothingWeighs() {
    assertThat(split(7, 0, 0)).isEqualTo(cents(7, 0));
  }

  @Test
  void refusesWhatCannotBeDivided() {
    assertThatIllegalArgumentException().isThrownBy(() -> split(1));
    assertThatIllegalArgumentException().isThrownBy(() -> split(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> split(1, 1, -1));
  }

  @Property
  void partsAreTheWholeAndEachIsWithinACentOfItsShare(
      @ForAll @LongRange(max = MOST) long amount,
      @ForAll @Size(min = 1, max = 100) List<@LongRange(max = MOST) Long> weights) {
    List<Money> parts =
        Apportionment.split(cent(amount), weights.stream().map(ApportionmentTest::cent).toList());
    assertThat(parts).hasSameSizeAs(weights);
    assertThat(parts.stream().mapToLong(Money::getAmountMinorLong).sum()).isEqualTo(amount);
    BigInteger all =
        weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    for (int i = 0; i < parts.size() && all.signum() > 0; i++) {
      BigInteger part = BigInteger.valueOf(parts.get(i).getAmountMinorLong());
      BigInteger off =
          part.multiply(all)
              .subtract(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weights.get(i))));
      assertThat(off.abs()).isLessThan(all);
    }
  }

  @Property
  void aPartIsNeverMoreThanItsWeightWhenTheWholeIsNot(
      @ForAll @Size(min = 1, max = 50) List<@LongRange(max = 1_000) Long> weights,
      @ForAll @LongRange(max = 100) long percent) {
    long all = weights.stream().mapToLong(Long::longValue).sum();
    List<Money> parts =
        Apportionment.split(
            cent(all * percent / 100), weights.stream().map(ApportionmentTest::cent).toList());
    for (int i = 0; i < parts.size(); i++) {
      assertThat(parts.get(i).getAmountMinorLong()).isBetween(0L, weights.get(i));
    }
  }

  private static List<Money> split(long amount, long... weights) {
    return Apportionment.split(cent(amount), cents(weights));
  }

  private static List<Money> cents(long... minors) {
    return Arrays.stream(minors).mapToObj(ApportionmentTest::cent).toList();
  }

  private static Money cent(long minor) {
    return Money.ofMinor(CurrencyUnit.EUR, minor);
  }
}
