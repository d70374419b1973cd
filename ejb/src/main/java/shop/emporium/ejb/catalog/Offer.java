package shop.emporium.ejb.catalog;

import org.joda.money.Money;
import shop.emporium.domain.catalog.StockLevel;

/**
 * What a variant costs and whether there is any, at a moment.
 *
 * @param product the id of its product
 * @param formerPrice null when it is not on sale
 * @param available pieces that can be bought; 0 also when the product is no longer sold
 */
public record Offer(String sku, long product, Money price, Money formerPrice, int available) {

  public StockLevel stock() {
    return StockLevel.of(available);
  }

  public int discountPercent() {
    return Discount.percent(price, formerPrice);
  }
}
