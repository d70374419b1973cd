package shop.emporium.ejb.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import shop.emporium.domain.checkout.Quote;
import shop.emporium.domain.checkout.QuotedLine;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.order.OrderNumber;

/**
 * What never changes of an order, as who has placed it is told. Whoever writes an order knows it
 * all, and need not read it.
 *
 * @param billing null when the bill goes where the parcel goes
 * @param coupon null without one
 * @param paymentMethod such as {@code card}
 */
public record OrderReceipt(
    OrderNumber number,
    Instant placedAt,
    String email,
    List<Line> lines,
    OrderTotals totals,
    PostalAddress shipping,
    PostalAddress billing,
    String coupon,
    String shippingMethod,
    String shippingName,
    LocalDate arrivesFrom,
    LocalDate arrivesUntil,
    String paymentMethod) {

  /**
   * A line of it.
   *
   * @param options what tells the variant from its siblings; may be empty
   * @param items price of all pieces, before the discount
   */
  public record Line(
      String sku,
      String name,
      String options,
      int quantity,
      Money unitPrice,
      Money items,
      Money discount) {}

  /** Of an order that is written now. */
  static OrderReceipt of(NewOrder order, OrderNumber number, Instant placedAt) {
    Quote quote = order.quote();
    return new OrderReceipt(
        number,
        placedAt,
        order.email().text(),
        IntStream.range(0, quote.lines().size())
            .mapToObj(i -> line(quote.lines().get(i), order.goods().get(i)))
            .toList(),
        new OrderTotals(
            quote.items(),
            quote.discount(),
            quote.shipping(),
            quote.tax(),
            quote.total(),
            quote.paidByGiftCards(),
            quote.due(),
            quote.mode()),
        order.shipping(),
        order.billing(),
        order.coupon(),
        order.shippingMethod(),
        order.shippingName(),
        order.arrival().earliest(),
        order.arrival().latest(),
        order.paymentMethod());
  }

  private static Line line(QuotedLine line, OrderedGoods goods) {
    return new Line(
        line.item().sku(),
        goods.name(),
        goods.options(),
        line.item().quantity(),
        line.item().price(),
        line.item().total(),
        line.discount());
  }

  /** Of an order that was read. */
  public static OrderReceipt of(OrderView order) {
    return new OrderReceipt(
        order.number(),
        order.placedAt(),
        order.email(),
        order.lines().stream().map(OrderReceipt::line).toList(),
        order.totals(),
        order.shipping(),
        order.billing(),
        order.coupon(),
        order.shippingMethod(),
        order.shippingName(),
        order.arrivesFrom(),
        order.arrivesUntil(),
        order.paymentMethod());
  }

  private static Line line(OrderLineView line) {
    return new Line(
        line.sku(),
        line.name(),
        line.options(),
        line.quantity(),
        line.unitPrice(),
        line.items(),
        line.discount());
  }
}
