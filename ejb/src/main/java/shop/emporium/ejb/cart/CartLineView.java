package shop.emporium.ejb.cart;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import shop.emporium.domain.cart.Cart;
import shop.emporium.domain.catalog.StockLevel;

/**
 * One line of a cart, or one that is saved for later, as it is shown.
 *
 * @param slug of the product
 * @param options what tells the variant from its siblings, such as "Lilac, 42"; empty for an only
 *     variant
 * @param picture file name of the first picture, or null
 * @param price of one piece, now
 * @param total of the line
 * @param available pieces that can be bought now; 0 also when the product is no longer sold
 * @param saved whether it is saved for later instead of being in the cart
 * @param seen what the shopper knows of it
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
    int available,
    boolean saved,
    Seen seen) {

  /**
   * What the shopper saw last, and what a merge did that he has not read yet.
   *
   * @param price of one piece
   * @param available pieces that could be bought
   * @param heldBefore pieces that the customer's cart held before a merge; 0 without one
   * @param brought pieces that the guest's cart brought; 0 without a merge
   * @param roomMade whether it was saved for later because the merged cart was full
   */
  public record Seen(Money price, int available, int heldBefore, int brought, boolean roomMade) {

    /** How many pieces the two carts had together. */
    public int together() {
      return heldBefore + brought;
    }
  }

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

  /** Whether one piece costs another price than the shopper saw. */
  public boolean isPriceChanged() {
    return price.getCurrencyUnit().equals(seen.price().getCurrencyUnit())
        && !price.equals(seen.price());
  }

  /** Whether one piece costs less than the shopper saw. */
  public boolean isCheaper() {
    return isPriceChanged() && price.isLessThan(seen.price());
  }

  /** What one piece costs less, or more, than the shopper saw; never negative. */
  public Money difference() {
    return isPriceChanged() ? price.minus(seen.price()).abs() : Money.zero(price.getCurrencyUnit());
  }

  /** What became different by itself since the shopper saw the line last. */
  List<CartNews> news() {
    List<CartNews.Kind> kinds = new ArrayList<>();
    if (seen.roomMade()) {
      kinds.add(CartNews.Kind.MADE_ROOM);
    }
    if (!saved) {
      addChanges(kinds);
    }
    return kinds.stream().map(kind -> new CartNews(kind, this)).toList();
  }

  private void addChanges(List<CartNews.Kind> kinds) {
    if (seen.brought() > 0 && quantity < seen.together()) {
      kinds.add(CartNews.Kind.ADDED_UP_TO_LIMIT);
    } else if (seen.brought() > 0) {
      kinds.add(CartNews.Kind.ADDED_UP);
    }
    if (isPriceChanged()) {
      kinds.add(isCheaper() ? CartNews.Kind.PRICE_DOWN : CartNews.Kind.PRICE_UP);
    }
    if (available == 0 && seen.available() > 0) {
      kinds.add(CartNews.Kind.SOLD_OUT);
    } else if (available > 0 && quantity > available) {
      kinds.add(CartNews.Kind.FEWER_LEFT);
    } else if (available > 0 && seen.available() == 0) {
      kinds.add(CartNews.Kind.BACK);
    }
  }
}
