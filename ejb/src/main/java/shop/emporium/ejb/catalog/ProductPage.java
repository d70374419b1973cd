package shop.emporium.ejb.catalog;

import java.util.List;

/**
 * One page of a list of products.
 *
 * @param total products on all pages
 * @param facets by what the list can be narrowed down
 * @param meant the words that were searched for instead of those typed, or null
 * @param partly whether no product has all words, and these have some
 */
public record ProductPage(
    List<ProductSummary> items,
    int page,
    int size,
    int total,
    Facets facets,
    String meant,
    boolean partly) {

  /** How many pages there are, 1 for an empty list. */
  public int pages() {
    return Math.max(1, (total + size - 1) / size);
  }

  /** Position of the first product of this page, from 1; 0 in an empty list. */
  public int from() {
    return items.isEmpty() ? 0 : (page - 1) * size + 1;
  }

  /** Position of the last product of this page. */
  public int to() {
    return items.isEmpty() ? 0 : from() + items.size() - 1;
  }
}
