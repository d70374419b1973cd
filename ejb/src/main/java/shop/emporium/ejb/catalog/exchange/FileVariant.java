package shop.emporium.ejb.catalog.exchange;

import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import shop.emporium.domain.catalog.ProductVariant;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.domain.catalog.WeightUnit;

/**
 * A variant as a file describes it, with what the rules of {@link ProductVariant} made of it.
 *
 * @param formerPrice null unless it is above the price
 * @param available pieces, 0 or more
 * @param picture address or file name of its own picture, or null
 * @param extra what the shop cannot express, by the head of its column
 */
record FileVariant(
    String sku,
    List<VariantOption> options,
    Money price,
    Money formerPrice,
    int available,
    int weightGrams,
    WeightUnit weightUnit,
    String barcode,
    String picture,
    Map<String, String> extra) {

  FileVariant keeping(Map<String, String> kept) {
    return new FileVariant(
        sku,
        options,
        price,
        formerPrice,
        available,
        weightGrams,
        weightUnit,
        barcode,
        picture,
        kept);
  }
}
