package shop.emporium.domain.checkout;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import org.joda.money.Money;

/**
 * A coupon by which somebody who works here makes up for something: for one use, and not for long.
 * How much may be given depends on who gives it.
 *
 * @param benefit a part of the price, or an amount
 * @param isByAdministrator whether an administrator gives it
 */
public record Goodwill(Benefit benefit, boolean isByAdministrator) {

  /** The least part of a price that is worth a coupon. */
  public static final int LEAST_PERCENT = 5;

  /** The most that an agent may give. */
  public static final int MOST_PERCENT_OF_AGENT = 10;

  /** The most that an administrator may give. */
  public static final int MOST_PERCENT = 20;

  /** How long it is good. */
  public static final Duration LIFETIME = Duration.ofDays(30);

  /** None that is mistaken for another: no I, L, O and U. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final String PREFIX = "SORRY-";
  private static final int LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Whether so much may be given.
   *
   * @param most the highest amount, in the shop's currency
   */
  public boolean isAllowed(Money most) {
    if (benefit instanceof Benefit.Percent part) {
      int limit = isByAdministrator ? MOST_PERCENT : MOST_PERCENT_OF_AGENT;
      return part.percent().intValue() >= LEAST_PERCENT
          && part.percent().compareTo(BigDecimal.valueOf(limit)) <= 0;
    }
    return benefit instanceof Benefit.Amount sum
        && sum.amount().getCurrencyUnit().equals(most.getCurrencyUnit())
        && !sum.amount().isGreaterThan(most);
  }

  /** A code of 50 random bits, which nobody guesses while codes are tried slowly. */
  public static String newCode() {
    StringBuilder code = new StringBuilder(PREFIX);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
