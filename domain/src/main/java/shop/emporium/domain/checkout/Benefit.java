package shop.emporium.domain.checkout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/** What a coupon is good for. */
public sealed interface Benefit {

  /** What it takes off goods of some value: never more than they are worth. */
  Money off(Money value);

  /** Whether delivery costs nothing. */
  default boolean isFreeShipping() {
    return false;
  }

  /**
   * A part of the price, rounded half up to the cent.
   *
   * @param percent above 0, at most 100
   */
  record Percent(BigDecimal percent) implements Benefit {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A part that is one. */
    public Percent {
      if (percent.signum() <= 0 || percent.compareTo(HUNDRED) > 0) {
        throw new IllegalArgumentException("No part of a price: " + percent + " %");
      }
    }

    @Override
    public Money off(Money value) {
      BigDecimal minor =
          BigDecimal.valueOf(value.getAmountMinorLong())
              .multiply(percent)
              .divide(HUNDRED, 0, RoundingMode.HALF_UP);
      return Money.ofMinor(value.getCurrencyUnit(), minor.longValueExact());
    }
  }

  /**
   * An amount, or as much of it as the goods are worth.
   *
   * @param amount above 0
   */
  record Amount(Money amount) implements Benefit {

    /** An amount that is one. */
    public Amount {
      if (!amount.isPositive()) {
        throw new IllegalArgumentException("No amount: " + amount);
      }
    }

    @Override
    public Money off(Money value) {
      return amount.isGreaterThan(value) ? value : amount;
    }
  }

  /** Delivery without cost. */
  record FreeShipping() implements Benefit {

    @Override
    public Money off(Money value) {
      return Money.zero(value.getCurrencyUnit());
    }

    @Override
    public boolean isFreeShipping() {
      return true;
    }
  }
}
