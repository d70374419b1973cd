package shop.emporium.ejb.checkout;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import shop.emporium.domain.checkout.AddressFault;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.domain.inventory.Shortage;
import shop.emporium.domain.order.OrderNumber;
import shop.emporium.domain.order.OrderStatus;
import shop.emporium.ejb.order.OrderReceipt;
import shop.emporium.ejb.payment.PaymentRecord;

/** What became of a wish to order. */
public sealed interface Placing {

  /**
   * There is an order.
   *
   * @param receipt what the order is; empty when this is not the first time that it was asked for
   * @param payment that is to be made now; empty when none is due, when it comes later, or when
   *     this is not the first time that the order was asked for
   * @param isFirst whether this very call placed it
   * @param settled what first became of it, which is what every repetition of the call is told:
   *     placed, where its money may take days; empty while that is open, or where the call had no
   *     key
   */
  record Placed(
      OrderNumber number,
      Optional<OrderReceipt> receipt,
      Optional<PaymentRecord> payment,
      boolean isFirst,
      Optional<OrderStatus> settled)
      implements Placing {

    static Placed now(OrderReceipt receipt, Optional<PaymentRecord> payment) {
      return new Placed(receipt.number(), Optional.of(receipt), payment, true, Optional.empty());
    }

    /** The order that an earlier call placed. */
    static Placed before(OrderNumber number, Optional<OrderStatus> settled) {
      return new Placed(number, Optional.empty(), Optional.empty(), false, settled);
    }
  }

  /** Why there is none. */
  enum Reason {
    /** Nothing is in the cart. */
    EMPTY,
    /** The address is none that a parcel finds. */
    ADDRESS,
    /** The goods cannot be sent this way. */
    NOT_SENT,
    /** The coupon cannot be used. */
    COUPON,
    /** A gift card is not good, or not known. */
    GIFT_CARD,
    /** There are fewer pieces than wanted. */
    OUT_OF_STOCK,
    /** It costs something else than the buyer was told. */
    PRICE,
    /** The page is of an attempt that is over. */
    STALE,
    /** What is in the cart is being paid for already. */
    UNDER_WAY,
    /** The key came with another call before. */
    KEY_REUSED
  }

  /**
   * There is no order, and nothing has changed.
   *
   * @param faults of the address
   * @param coupon what is wrong with it, or null
   * @param total what it costs now, or null
   */
  record Refused(
      Reason reason,
      List<Shortage> shortages,
      List<AddressFault> faults,
      CouponFault coupon,
      Money total)
      implements Placing {

    /** Whether it names a coupon that nobody has. */
    boolean isUnknownCoupon() {
      return coupon == CouponFault.UNKNOWN;
    }

    public static Refused because(Reason reason) {
      return new Refused(reason, List.of(), List.of(), null, null);
    }

    static Refused missing(List<Shortage> shortages) {
      return new Refused(Reason.OUT_OF_STOCK, shortages, List.of(), null, null);
    }

    static Refused address(List<AddressFault> faults) {
      return new Refused(Reason.ADDRESS, List.of(), faults, null, null);
    }

    static Refused coupon(CouponFault fault) {
      return new Refused(Reason.COUPON, List.of(), List.of(), fault, null);
    }

    static Refused price(Money total) {
      return new Refused(Reason.PRICE, List.of(), List.of(), null, total);
    }
  }
}
