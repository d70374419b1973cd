package shop.emporium.domain.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * A gift card as somebody pays with it.
 *
 * @param balance what is left on it
 * @param until first moment at which it is not good any more; null when it never ends
 */
public record GiftCard(long id, Money balance, Instant until, boolean isBlocked) {

  /** How many one order may be paid with. */
  public static final int MOST = 5;

  /**
   * What is taken from a card.
   *
   * @param amount above 0
   */
  public record Spending(long card, Money amount) {}

  /** Whether something can be taken from it now. */
  public boolean isGood(Instant now) {
    return !isBlocked && balance.isPositive() && (until == null || now.isBefore(until));
  }

  /**
   * What is taken from which card to pay an amount: as much as each has, in the order in which they
   * were given, until it is paid. Cards in another currency, or that are not good, give nothing.
   */
  public static List<Spending> spend(Money due, List<GiftCard> cards, Instant now) {
    List<Spending> spendings = new ArrayList<>();
    Money left = due;
    for (GiftCard card : cards) {
      if (left.isPositive() && card.isGood(now) && card.balance.isSameCurrency(left)) {
        Money taken = card.balance.isLessThan(left) ? card.balance : left;
        spendings.add(new Spending(card.id, taken));
        left = left.minus(taken);
      }
    }
    return spendings;
  }
}
