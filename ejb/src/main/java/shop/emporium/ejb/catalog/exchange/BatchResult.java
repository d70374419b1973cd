package shop.emporium.ejb.catalog.exchange;

import java.util.List;
import java.util.Set;

/**
 * What became of a batch.
 *
 * @param outcomes of the products that went in, or would go in
 * @param brands how many were made
 * @param categories how many were made
 * @param faults of the products that did not go in
 * @param met ids of the shop's products that the batch named, new ones too
 * @param moved ids of products that got another handle
 */
record BatchResult(
    List<Outcome> outcomes,
    int brands,
    int categories,
    List<ImportIssue> faults,
    Set<Long> met,
    Set<Long> moved) {

  /**
   * What became of a product.
   *
   * @param changes what would change, in words; on a real run empty
   */
  record Outcome(FileProduct product, Kind kind, List<String> changes) {}

  /** Whether the shop had the product. */
  enum Kind {
    CREATED,
    CHANGED,
    UNCHANGED
  }
}
