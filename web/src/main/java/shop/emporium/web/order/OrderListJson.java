package shop.emporium.web.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import shop.emporium.ejb.order.OrderPage;
import shop.emporium.ejb.order.OrderSummary;
import shop.emporium.web.shared.MoneyView;

/**
 * A page of the customer's orders, the newest first.
 *
 * @param total orders on all pages
 */
public record OrderListJson(List<Item> items, int page, int size, long total) {

  /**
   * An order in the list.
   *
   * @param count pieces over all lines
   */
  public record Item(
      String number,
      String status,
      Instant placedAt,
      MoneyView total,
      int count,
      LocalDate arrivesFrom,
      LocalDate arrivesUntil,
      List<String> articles) {

    static Item of(OrderSummary order) {
      return new Item(
          order.number().text(),
          OrderJson.lower(order.status()),
          order.placedAt(),
          MoneyView.of(order.total()),
          order.count(),
          order.arrivesFrom(),
          order.arrivesUntil(),
          order.first().stream().map(OrderSummary.Article::name).toList());
    }
  }

  static OrderListJson of(OrderPage page) {
    return new OrderListJson(
        page.items().stream().map(Item::of).toList(), page.page(), page.size(), page.total());
  }
}
