package shop.emporium.ejb.catalog;

import java.math.BigDecimal;
import org.joda.money.Money;
import shop.emporium.domain.catalog.StockLevel;

/**
 * What a card shows of a product.
 *
 * @param price of its cheapest variant
 * @param priceVaries whether other variants cost more
 * @param formerPrice of the cheapest variant, or null when it is not on sale
 * @param available pieces over all variants
 * @param someLow whether some variant is nearly gone while others are not
 * @param picture its first, or null
 * @param rating average from 0 to 5, meaningless without ratings
 * @param fresh whether the owner presents it as new
 */
public record ProductSummary(
    String slug,
    String name,
    String brand,
    Money price,
    boolean priceVaries,
    Money formerPrice,
    int available,
    boolean someLow,
    Picture picture,
    BigDecimal rating,
    int ratings,
    boolean fresh) {

  public StockLevel stock() {
    return StockLevel.of(available);
  }

  public boolean onSale() {
    return formerPrice != null;
  }

  /** By how many per cent the price is below the former one, rounded down; 0 when not on sale. */
  public int discountPercent() {
    return Discount.percent(price, formerPrice);
  }
}
