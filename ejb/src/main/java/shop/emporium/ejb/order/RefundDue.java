package shop.emporium.ejb.order;

import org.joda.money.Money;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Actor;

/**
 * Money of an order is to go back. Fired in the transaction that decides so, while the order is
 * locked: whoever holds money of it takes a part upon himself, the payment first, then the gift
 * cards, as the order of locks wants it.
 */
public final class RefundDue {

  private final OrderNumber number;
  private final Actor by;
  private final String why;
  private Money left;

  RefundDue(OrderNumber number, Money amount, Actor by, String why) {
    this.number = number;
    this.left = amount;
    this.by = by;
    this.why = why;
  }

  public OrderNumber number() {
    return number;
  }

  public Actor by() {
    return by;
  }

  public String why() {
    return why;
  }

  /** What nobody has taken upon himself yet. */
  public Money left() {
    return left;
  }

  /**
   * Somebody gives this part back, or has written down that he will.
   *
   * @throws IllegalArgumentException when that is more than is left
   */
  public void take(Money part) {
    if (part.isNegative() || part.isGreaterThan(left)) {
      throw new IllegalArgumentException(part + " of " + left);
    }
    left = left.minus(part);
  }
}
