package shop.emporium.ejb.cart;

import org.joda.money.Money;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.catalog.StockLevel;

/**
 * One line of a cart as it is shown.
 *
 * @param slug of the product
 * @param options what tells the variant from its siblings, such as "Lilac, 42"; empty for an only
 *     variant
 * @param picture file name of the first picture, or null
 * @param price of one piece, now
 * @param total of the line
 * @param available pieces that can be bought now; 0 also when the product is no longer sold
 */
public record CartLineView(
    String sku,
    String slug,
    String name,
    String options,
    String picture,
    int quantity,
    Money price,
    Money total,
    int available) {

  public StockLevel stock() {
    return StockLevel.of(available);
  }

  /** Whether more was put in than can be bought by now. */
  public boolean exceedsStock() {
    return quantity > available;
  }

  /** The most that the line could hold. */
  public int most() {
    return Math.min(available, Cart.MAX_QUANTITY);
  }

  public boolean canGrow() {
    return quantity < most();
  }

  public boolean canShrink() {
    return quantity > 1;
  }
}
