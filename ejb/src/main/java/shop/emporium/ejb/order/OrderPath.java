package shop.emporium.ejb.order;

import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.shared.Secret;

/** Where an order is shown, without language. */
public final class OrderPath {

  private OrderPath() {}

  /** To whom it belongs. */
  public static String of(OrderNumber number) {
    return "/order/" + number.text();
  }

  /** To whoever has its link. */
  public static String of(OrderNumber number, Secret link) {
    return of(number) + "?key=" + link.value();
  }
}
