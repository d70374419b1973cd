package shop.emporium.web.order;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import shop.emporium.ejb.order.Invoice;
import shop.emporium.ejb.order.OrderHappening;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.web.shared.MoneyView;

/**
 * An order as people who work here see it.
 *
 * @param invoice its number; null when there is none yet
 * @param moves what happened, with who and why
 */
public record StaffOrderJson(OrderJson order, String invoice, List<Move> moves) {

  /**
   * A move.
   *
   * @param kind order, parcel, return or refund
   * @param who such as staff:3, customer:17, guest, provider:demo or shop
   * @param amount of a refund, else null
   */
  public record Move(
      String kind, String status, Instant at, String who, String why, MoneyView amount) {

    static Move of(OrderHappening happening) {
      return new Move(
          OrderJson.lower(happening.kind()),
          happening.status().toLowerCase(Locale.ROOT),
          happening.at(),
          happening.who(),
          happening.why(),
          MoneyView.of(happening.amount()));
    }
  }

  static StaffOrderJson of(OrderView order) {
    return new StaffOrderJson(
        OrderJson.of(order),
        order.invoice() == null ? null : Invoice.text(order.invoice()),
        order.history().stream().map(Move::of).toList());
  }
}
