import java.time.Instant;
import java.util.List;

/**
 * A product of the generated catalogue.
 *
 * @param brand number of its brand in the vocabulary
 * @param rating average in hundredths of a star, 0 for none
 */
record Item(
    String slug,
    String name,
    int brand,
    Vocabulary.Kind kind,
    String type,
    String description,
    List<String> tags,
    List<Specification> specifications,
    List<String> options,
    List<Variant> variants,
    List<String> pictures,
    int rating,
    int ratingCount,
    Instant createdAt,
    Instant updatedAt) {

  record Specification(String name, String value) {}

  /**
   * One form in which it is sold.
   *
   * @param values one for each of the product's options
   * @param former what it cost before, in minor units, or 0
   */
  record Variant(String sku, List<String> values, long price, long former, int available, int grams, String barcode) {}
}
