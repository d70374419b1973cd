package shop.emporium.domain.checkout;

import java.util.List;
import org.joda.money.Money;

/**
 * Some pieces of a variant that are to be bought.
 *
 * @param price of one piece, as the shop shows it
 * @param quantity 1 or more
 * @param weightGrams of one piece; 0 when unknown
 * @param categories slugs, from the product's own category up to the top
 */
public record Item(
    String sku, long product, Money price, int quantity, int weightGrams, List<String> categories) {

  /** An item with at least a piece and a price that is none below zero. */
  public Item {
    if (quantity < 1 || weightGrams < 0 || price.isNegative()) {
      throw new IllegalArgumentException("No item: " + quantity + " of " + sku);
    }
    categories = List.copyOf(categories);
  }

  /** Price times quantity. */
  public Money total() {
    return price.multipliedBy(quantity);
  }

  /** Weight of all pieces. */
  public long grams() {
    return (long) weightGrams * quantity;
  }
}
