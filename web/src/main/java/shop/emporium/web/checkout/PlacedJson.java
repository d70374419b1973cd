package shop.emporium.web.checkout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.ejb.order.OrderReceipt;
import shop.emporium.web.shared.MoneyView;

/**
 * An order as who has placed it is told. It holds what never changes, and what first became of the
 * order, so that a repeated call gets the same answer; how it stands later is told by {@code GET
 * /orders/{number}}.
 *
 * @param status {@code paid}, or {@code placed} while its payment is open
 * @param total what it costs, tax in it
 * @param due what gift cards do not pay of it
 */
public record PlacedJson(
    @Schema(examples = "EM-100001") String number,
    @Schema(enumeration = {"paid", "placed"}) String status,
    Instant placedAt,
    String email,
    List<Line> lines,
    MoneyView items,
    MoneyView discount,
    String coupon,
    MoneyView shipping,
    MoneyView tax,
    boolean taxIncluded,
    MoneyView total,
    MoneyView giftCards,
    MoneyView due,
    Address shippingAddress,
    Address billingAddress,
    Method shippingMethod,
    Arrival arrival,
    Payment payment) {

  /** A line of it. */
  public record Line(
      String sku,
      String name,
      String options,
      int quantity,
      MoneyView price,
      MoneyView total,
      MoneyView discount) {

    static Line of(OrderReceipt.Line line) {
      return new Line(
          line.sku(),
          line.name(),
          line.options(),
          line.quantity(),
          MoneyView.of(line.unitPrice()),
          MoneyView.of(line.items()),
          MoneyView.of(line.discount()));
    }
  }

  /** Where the parcel or the bill goes; what is not there is empty. */
  public record Address(
      String name,
      String line1,
      String line2,
      String city,
      String region,
      String postalCode,
      String country,
      String phone) {

    static Address of(PostalAddress address) {
      return address == null
          ? null
          : new Address(
              address.name(),
              address.line1(),
              address.line2(),
              address.city(),
              address.region(),
              address.postalCode(),
              address.country(),
              address.phone());
    }
  }

  /** How it is sent. */
  public record Method(String code, String name) {}

  /** On which days it should arrive. */
  public record Arrival(LocalDate from, LocalDate until) {}

  /**
   * How the payment stands.
   *
   * @param method card or transfer
   * @param status {@code paid}; {@code pending} while nobody knows; {@code action-required} where
   *     the buyer has to go somewhere
   * @param url where he has to go
   */
  public record Payment(
      String method,
      @Schema(enumeration = {"paid", "pending", "action-required"}) String status,
      String url) {}

  static PlacedJson of(OrderReceipt order, String paymentStatus, String url) {
    return new PlacedJson(
        order.number().text(),
        paymentStatus.equals("paid") ? "paid" : "placed",
        order.placedAt(),
        order.email(),
        order.lines().stream().map(Line::of).toList(),
        MoneyView.of(order.totals().items()),
        MoneyView.of(order.totals().discount()),
        order.coupon(),
        MoneyView.of(order.totals().shipping()),
        MoneyView.of(order.totals().tax()),
        order.totals().isTaxIncluded(),
        MoneyView.of(order.totals().total()),
        MoneyView.of(order.totals().giftCards()),
        MoneyView.of(order.totals().due()),
        Address.of(order.shipping()),
        Address.of(order.billing()),
        new Method(order.shippingMethod(), order.shippingName()),
        new Arrival(order.arrivesFrom(), order.arrivesUntil()),
        new Payment(order.paymentMethod(), paymentStatus, url));
  }
}
