package shop.emporium.ejb.catalog.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import shop.emporium.domain.catalog.ProductPicture;
import shop.emporium.domain.catalog.ProductStatus;
import shop.emporium.domain.catalog.Specification;

/**
 * A product as a file describes it, every value checked.
 *
 * @param line where it begins in the file; 0 for one that comes from the database
 * @param category names from the top of the tree down
 * @param description sanitised HTML
 * @param ratingAverage 0 to 5; null when the file has no such column, so that it stays as it is
 * @param ratingCount null when the file has no such column
 * @param related slugs; null when the file has no such column
 * @param extra what the shop cannot express, by the head of its column
 */
record FileProduct(
    long line,
    String slug,
    String name,
    String description,
    String brand,
    List<String> category,
    String type,
    ProductStatus status,
    boolean published,
    String seoTitle,
    String seoDescription,
    BigDecimal ratingAverage,
    Integer ratingCount,
    List<String> tags,
    List<Specification> specifications,
    List<ProductPicture> pictures,
    List<String> related,
    Map<String, String> extra,
    List<FileVariant> variants) {

  /** The addresses or file names of all its pictures, those of variants too. */
  Stream<String> pictureSources() {
    return Stream.concat(
        pictures.stream().map(ProductPicture::getSource),
        variants.stream().map(FileVariant::picture).filter(Objects::nonNull));
  }

  /** The same product with its brand and category spelled as the shop has them. */
  FileProduct spelled(String brandName, List<String> categoryNames, Map<String, String> kept) {
    return new FileProduct(
        line,
        slug,
        name,
        description,
        brandName,
        categoryNames,
        type,
        status,
        published,
        seoTitle,
        seoDescription,
        ratingAverage,
        ratingCount,
        tags,
        specifications,
        pictures,
        related,
        kept,
        variants);
  }

  /** The same product with these things kept beside it and its variants. */
  FileProduct keeping(Map<String, String> kept, List<FileVariant> keepingVariants) {
    return new FileProduct(
        line,
        slug,
        name,
        description,
        brand,
        category,
        type,
        status,
        published,
        seoTitle,
        seoDescription,
        ratingAverage,
        ratingCount,
        tags,
        specifications,
        pictures,
        related,
        kept,
        keepingVariants);
  }
}
