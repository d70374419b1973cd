package shop.emporium.domain.shared;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Divides an amount into parts that follow given weights and are the amount again in sum, to the
 * cent.
 *
 * <p>Each part is rounded down first; the cents that are left go to the parts that lost most by
 * that, of equal ones to the earlier. So a part is never more than one cent away from its exact
 * share, the same input gives the same parts for ever, and a part of what is not more than all
 * weights together is never more than its weight.
 */
public final class Apportionment {

  private Apportionment() {}

  /**
   * The parts of an amount.
   *
   * @param amount 0 or more
   * @param weights one for each part, each 0 or more; if all are 0, the first part is the whole
   * @throws IllegalArgumentException when there is no weight, or something is negative
   */
  public static List<Money> split(Money amount, List<Money> weights) {
    if (weights.isEmpty() || amount.isNegative() || weights.stream().anyMatch(Money::isNegative)) {
      throw new IllegalArgumentException("Nothing to divide among, or less than nothing");
    }
    List<BigInteger> shares =
        weights.stream().map(weight -> BigInteger.valueOf(weight.getAmountMinorLong())).toList();
    return split(amount.getAmountMinorLong(), shares).stream()
        .map(minor -> Money.ofMinor(amount.getCurrencyUnit(), minor))
        .toList();
  }

  private static List<Long> split(long amount, List<BigInteger> weights) {
    BigInteger all = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    List<Long> parts = new ArrayList<>();
    List<BigInteger> lost = new ArrayList<>();
    for (BigInteger weight : weights) {
      BigInteger[] exact =
          all.signum() == 0
              ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
              : BigInteger.valueOf(amount).multiply(weight).divideAndRemainder(all);
      parts.add(exact[0].longValueExact());
      lost.add(exact[1]);
    }
    if (all.signum() == 0) {
      parts.set(0, amount);
      return parts;
    }
    long left = amount - parts.stream().mapToLong(Long::longValue).sum();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing(lost::get, Comparator.reverseOrder()))
        .limit(left)
        .forEach(index -> parts.set(index, parts.get(index) + 1));
    return parts;
  }
}
