package shop.emporium.domain.checkout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * A rate of tax, rounded half up to the cent where it is applied.
 *
 * @param percent from 0 to 100, at most three decimals
 */
public record TaxRate(BigDecimal percent) implements Comparable<TaxRate> {

  private static final int DECIMALS = 3;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Where no tax is taken. */
  public static final TaxRate NONE = new TaxRate(BigDecimal.ZERO);

  /**
   * A rate.
   *
   * @throws IllegalArgumentException when it is none between 0 and 100
   */
  public TaxRate {
    if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("No rate of tax: " + percent);
    }
    // 19, 19.0 and 19.000 are one rate; more decimals than the column has are none.
    percent = percent.setScale(DECIMALS, RoundingMode.UNNECESSARY);
  }

  /** A rate such as 19 or 8.875. */
  public static TaxRate of(String percent) {
    return new TaxRate(new BigDecimal(percent));
  }

  /** The tax that is in an amount. */
  public Money in(Money gross) {
    return share(gross, HUNDRED.add(percent));
  }

  /** The tax that comes on top of an amount. */
  public Money on(Money net) {
    return share(net, HUNDRED);
  }

  /** One division, so that nothing is rounded twice. */
  private Money share(Money amount, BigDecimal whole) {
    BigDecimal minor =
        BigDecimal.valueOf(amount.getAmountMinorLong())
            .multiply(percent)
            .divide(whole, 0, RoundingMode.HALF_UP);
    return Money.ofMinor(amount.getCurrencyUnit(), minor.longValueExact());
  }

  @Override
  public int compareTo(TaxRate other) {
    return percent.compareTo(other.percent);
  }

  /** Without zeros at its end, such as "19" or "8.875". */
  @Override
  public String toString() {
    return percent.stripTrailingZeros().toPlainString();
  }
}
