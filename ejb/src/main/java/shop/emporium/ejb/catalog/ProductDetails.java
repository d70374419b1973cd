package shop.emporium.ejb.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a product's page shows.
 *
 * @param description sanitised HTML
 * @param rating average of all ratings, those of the catalogue's file and those of buyers here
 * @param ratings how many these are
 * @param reviews what buyers wrote here, of which the product's page shows a part
 * @param pictures first one first, empty when none could be had
 * @param variants at least one, in their order
 * @param related ids of the products that the owner shows beside it, as far as they are on sale
 */
public record ProductDetails(
    String slug,
    String name,
    String brand,
    String brandSlug,
    String categorySlug,
    String description,
    String seoTitle,
    String seoDescription,
    BigDecimal rating,
    int ratings,
    ReviewCounts reviews,
    boolean fresh,
    List<Picture> pictures,
    List<SpecificationView> specifications,
    List<VariantView> variants,
    List<Long> related) {

  /** The variant to show first: the first that can be bought, else the first. */
  public VariantView preferred() {
    return variants.stream()
        .filter(variant -> variant.available() > 0)
        .findFirst()
        .orElse(variants.get(0));
  }

  /** The variant with this SKU. */
  public Optional<VariantView> variant(String sku) {
    return variants.stream().filter(variant -> variant.sku().equals(sku)).findFirst();
  }
}
