package shop.emporium.ejb.catalog;

import java.util.List;
import org.joda.money.Money;
import shop.emporium.domain.catalog.ProductPicture;
import shop.emporium.domain.catalog.ProductStatus;
import shop.emporium.domain.catalog.Specification;
import shop.emporium.domain.catalog.VariantOption;

/**
 * A product as a file describes it, every value checked.
 *
 * @param line where it begins in the file
 * @param description sanitised HTML
 */
record ImportedProduct(
    long line,
    String slug,
    String name,
    String description,
    String brand,
    String category,
    ProductStatus status,
    String seoTitle,
    String seoDescription,
    List<String> tags,
    List<Specification> specifications,
    List<ProductPicture> pictures,
    List<ImportedVariant> variants) {

  /** A variant as a file describes it. */
  record ImportedVariant(
      String sku,
      List<VariantOption> options,
      Money price,
      Money formerPrice,
      int available,
      int weightGrams,
      String barcode) {}
}
