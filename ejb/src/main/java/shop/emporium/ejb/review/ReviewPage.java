package shop.emporium.ejb.review;

import java.util.List;

/**
 * One page of the reviews of a product.
 *
 * @param page from 1; the last one where a later one was asked for
 * @param total how many there are of the kind that was asked for
 */
public record ReviewPage(List<ReviewView> items, int page, int total) {

  /** How many pages there are, 1 for an empty list. */
  public int pages() {
    return pagesOf(total);
  }

  static int pagesOf(int total) {
    int pages = (total + ReviewQuery.SIZE - 1) / ReviewQuery.SIZE;
    return Math.max(1, Math.min(pages, ReviewQuery.MAX_PAGE));
  }
}
