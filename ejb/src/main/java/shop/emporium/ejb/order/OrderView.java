package shop.emporium.ejb.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;

/**
 * An order with all that a page shows of it.
 *
 * @param customer whose it is; empty for a guest's
 * @param locale in which language it was placed, such as {@code de}
 * @param payUntil until when it waits for its money
 * @param paidAt null until it is paid
 * @param billing null when the bill goes where the parcel goes
 * @param coupon null without one
 * @param paymentMethod such as {@code card}
 * @param payment the last attempt; null when none was needed
 * @param history what happened, the first first
 * @param parcels without those that were opened again
 * @param invoice its number, or null when there is none yet
 * @param isForgotten whether its person wanted to be forgotten: names and addresses are gone
 */
public record OrderView(
    OrderNumber number,
    Optional<Long> customer,
    String email,
    String locale,
    OrderStatus status,
    Instant placedAt,
    Instant payUntil,
    Instant paidAt,
    OrderTotals totals,
    List<OrderLineView> lines,
    List<OrderTaxView> taxes,
    PostalAddress shipping,
    PostalAddress billing,
    String coupon,
    String shippingMethod,
    String shippingName,
    LocalDate arrivesFrom,
    LocalDate arrivesUntil,
    String paymentMethod,
    OrderPaymentView payment,
    List<OrderHappening> history,
    List<ParcelView> parcels,
    List<ReturnView> returns,
    Long invoice,
    boolean isForgotten) {

  /** Whether its buyer can still call it off. */
  public boolean canBeCancelled() {
    return status.canBecome(OrderStatus.CANCELLED);
  }

  /** Whether a return can be asked for some of it. */
  public boolean canBeReturned() {
    return lines.stream().anyMatch(line -> line.returnable() > 0);
  }

  /** Whether its money is in, so that there is an invoice of it. */
  public boolean isPaid() {
    return paidAt != null;
  }

  /** Pieces over all lines. */
  public int count() {
    return lines.stream().mapToInt(OrderLineView::quantity).sum();
  }

  /** What delivery costs, tax in it. */
  public Money delivery() {
    Money goods = Money.zero(totals.total().getCurrencyUnit());
    for (OrderLineView line : lines) {
      goods = goods.plus(line.paid());
    }
    return totals.total().minus(goods);
  }

  /** Where the bill goes. */
  public PostalAddress billTo() {
    return billing == null ? shipping : billing;
  }

  /** The line at a position, which every piece of it names. */
  public OrderLineView line(int position) {
    return lines.stream().filter(line -> line.position() == position).findFirst().orElseThrow();
  }
}
