package shop.emporium.ejb.order;

import java.util.List;

/**
 * A page of a customer's orders, the newest first.
 *
 * @param total orders on all pages
 */
public record OrderPage(List<OrderSummary> items, int page, int size, long total) {

  /** How many pages there are, 1 or more. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }
}
