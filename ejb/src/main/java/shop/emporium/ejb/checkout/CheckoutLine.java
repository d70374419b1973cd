package shop.emporium.ejb.checkout;

import org.joda.money.Money;

/**
 * What is to be ordered, as the way to the till shows it.
 *
 * @param options what tells it from its siblings; empty for an only variant
 * @param picture file name of the first picture, or null
 * @param available pieces that this buyer can have: the free ones and those held for him
 */
public record CheckoutLine(
    String sku,
    String slug,
    String name,
    String options,
    String picture,
    int quantity,
    Money total,
    int available) {

  /** Whether there are fewer than wanted. */
  public boolean isShort() {
    return available < quantity;
  }
}
