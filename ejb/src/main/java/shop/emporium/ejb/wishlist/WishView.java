package shop.emporium.ejb.wishlist;

import java.time.Instant;
import org.joda.money.Money;
import shop.emporium.domain.catalog.StockLevel;

/**
 * One wish as it is shown.
 *
 * @param slug of the product
 * @param options what tells the variant from its siblings, such as "Lilac, 42"; empty for an only
 *     variant
 * @param picture file name of the first picture, or null
 * @param price now
 * @param formerPrice null when it is not on sale
 * @param priceThen when it was wished for
 * @param available pieces that can be bought now; 0 also when it is no longer sold
 * @param isSold whether the shop still sells it, be it in stock or not
 */
public record WishView(
    String sku,
    String slug,
    String name,
    String options,
    String picture,
    Money price,
    Money formerPrice,
    Money priceThen,
    int available,
    boolean isSold,
    Instant addedAt) {

  public StockLevel stock() {
    return StockLevel.of(available);
  }

  /** By how much it is cheaper than when it was wished for; null when it is not. */
  public Money cheaperBy() {
    return price.getCurrencyUnit().equals(priceThen.getCurrencyUnit())
            && price.isLessThan(priceThen)
        ? priceThen.minus(price)
        : null;
  }

  public boolean canBeBought() {
    return available > 0;
  }

  /** Whether somebody may wait for it to come back. */
  public boolean canBeAwaited() {
    return isSold && available == 0;
  }
}
