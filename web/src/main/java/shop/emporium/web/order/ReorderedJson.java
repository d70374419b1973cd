package shop.emporium.web.order;

import java.util.List;
import shop.emporium.ejb.order.Reordered;

/**
 * What became of the wish to order the same again.
 *
 * @param added SKUs that are in the cart now
 */
public record ReorderedJson(List<String> added, List<Missing> missing) {

  /**
   * What is not in the cart as it was ordered.
   *
   * @param reason not_sold, sold_out, fewer or cart_full
   */
  public record Missing(String sku, String name, String reason) {}

  static ReorderedJson of(Reordered reordered) {
    return new ReorderedJson(
        reordered.added(),
        reordered.missing().stream()
            .map(one -> new Missing(one.sku(), one.name(), OrderJson.lower(one.reason())))
            .toList());
  }
}
