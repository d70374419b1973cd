package shop.emporium.ejb.catalog;

import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;
import shop.emporium.domain.catalog.StockLevel;
import shop.emporium.domain.catalog.VariantOption;

/**
 * What a product's page shows of one variant.
 *
 * @param options what tells it from its siblings, empty for an only variant
 * @param formerPrice null when it is not on sale
 * @param available pieces that can be sold now
 * @param barcode null when there is none
 */
public record VariantView(
    String sku,
    List<VariantOption> options,
    Money price,
    Money formerPrice,
    int available,
    int weightGrams,
    String barcode) {

  public StockLevel stock() {
    return StockLevel.of(available);
  }

  public boolean onSale() {
    return formerPrice != null;
  }

  public int discountPercent() {
    return Discount.percent(price, formerPrice);
  }

  /** The options in words, such as "Lilac, 42". */
  public String describe() {
    return options.stream().map(VariantOption::value).collect(Collectors.joining(", "));
  }
}
