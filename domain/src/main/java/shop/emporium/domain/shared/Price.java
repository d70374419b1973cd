package shop.emporium.domain.shared;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An exact amount of one currency as it is stored: minor units (cents) and an ISO 4217 code.
 *
 * <p>Arithmetic is done on {@link Money}; this class only carries an amount into and out of the
 * database. An amount is never negative: a price, not a balance.
 */
@Embeddable
public class Price {

  @Column(name = "price_minor", nullable = false)
  private long minor;

  @Column(name = "price_currency", nullable = false, length = 3)
  private String currency;

  /** For JPA. */
  protected Price() {}

  private Price(Money money) {
    this.minor = money.getAmountMinorLong();
    this.currency = money.getCurrencyUnit().getCode();
  }

  /**
   * The stored form of an amount.
   *
   * @throws IllegalArgumentException when the amount is negative
   */
  public static Price of(Money money) {
    if (money.isNegative()) {
      throw new IllegalArgumentException("A price cannot be negative: " + money);
    }
    return new Price(money);
  }

  /**
   * Reads a decimal amount such as {@code 12.34} exactly; a point separates the decimals and
   * nothing groups them.
   *
   * @throws IllegalArgumentException when the text is no plain decimal number, is negative, has
   *     more decimals than the currency, or is above ten million
   */
  public static Money parse(String amount, CurrencyUnit currency) {
    String text = amount.strip();
    if (!text.matches("[0-9]{1,8}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException("not an amount such as 12.34");
    }
    BigDecimal value = new BigDecimal(text);
    if (value.compareTo(BigDecimal.valueOf(10_000_000)) > 0) {
      throw new IllegalArgumentException("above ten million");
    }
    try {
      return Money.of(currency, value, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException tooManyDecimals) {
      throw new IllegalArgumentException(
          "not an amount with at most " + currency.getDecimalPlaces() + " decimals",
          tooManyDecimals);
    }
  }

  /** The amount to calculate with and to show. */
  public Money toMoney() {
    return Money.ofMinor(CurrencyUnit.of(currency), minor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Price that && minor == that.minor && currency.equals(that.currency);
  }

  @Override
  public int hashCode() {
    return Objects.hash(minor, currency);
  }

  @Override
  public String toString() {
    return toMoney().toString();
  }
}
