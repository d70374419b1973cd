package shop.emporium.web.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.ejb.order.OrderHappening;
import shop.emporium.ejb.order.OrderLineView;
import shop.emporium.ejb.order.OrderPaymentView;
import shop.emporium.ejb.order.OrderTaxView;
import shop.emporium.ejb.order.OrderView;
import shop.emporium.ejb.order.ParcelView;
import shop.emporium.ejb.order.ReturnView;
import shop.emporium.web.shared.MoneyView;

/**
 * An order as the REST interface shows it.
 *
 * @param status placed, paid, packed, shipped, delivered, cancelled or returned
 * @param payUntil until when it waits for its money; null once it is paid or cancelled
 * @param taxIncluded whether prices and sums have the tax in them
 * @param total what is to be paid, tax in it
 * @param due what is left of it for the payment, after gift cards
 * @param billingAddress null when the bill goes where the parcel goes
 * @param payment the last attempt; null when none was needed
 */
public record OrderJson(
    @Schema(examples = "EM-100001") String number,
    String status,
    Instant placedAt,
    Instant paidAt,
    Instant payUntil,
    String email,
    List<Line> lines,
    boolean taxIncluded,
    MoneyView items,
    MoneyView discount,
    String coupon,
    MoneyView shipping,
    MoneyView tax,
    List<Tax> taxes,
    MoneyView total,
    MoneyView giftCards,
    MoneyView due,
    Address shippingAddress,
    Address billingAddress,
    Method shippingMethod,
    Arrival arrival,
    String paymentMethod,
    Payment payment,
    List<Happening> history,
    List<Parcel> parcels,
    List<Return> returns,
    boolean canBeCancelled) {

  /**
   * A line as it was when it was bought.
   *
   * @param position which line it is, from 1
   * @param slug of the product; null when it is not sold any more
   * @param total of all pieces, before the discount
   * @param returned pieces that came back
   * @param returnable pieces for which a return can be asked now
   */
  public record Line(
      int position,
      String sku,
      String slug,
      String name,
      String options,
      String picture,
      int quantity,
      MoneyView price,
      MoneyView total,
      MoneyView discount,
      String taxPercent,
      int returned,
      int returnable) {

    static Line of(OrderLineView line) {
      return new Line(
          line.position(),
          line.sku(),
          line.slug(),
          line.name(),
          line.options(),
          line.picture() == null ? null : "/media/" + line.picture(),
          line.quantity(),
          MoneyView.of(line.unitPrice()),
          MoneyView.of(line.items()),
          MoneyView.of(line.discount()),
          line.taxPercent().toPlainString(),
          line.returned(),
          line.returnable());
    }
  }

  /** The tax at one rate, delivery in it. */
  public record Tax(@Schema(examples = "19") String percent, MoneyView net, MoneyView tax) {

    static Tax of(OrderTaxView tax) {
      return new Tax(
          tax.percent().toPlainString(), MoneyView.of(tax.net()), MoneyView.of(tax.tax()));
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

  /** How it is sent; the name is in the language of the order. */
  public record Method(String code, String name) {}

  /** On which days it is expected. */
  public record Arrival(LocalDate from, LocalDate until) {}

  /**
   * How the payment stands.
   *
   * @param status initiated, authorised, captured, failed, voided, partly_refunded or refunded
   * @param refunding what is on its way back
   */
  public record Payment(String status, MoneyView amount, MoneyView refunding, MoneyView refunded) {

    static Payment of(OrderPaymentView payment) {
      return payment == null
          ? null
          : new Payment(
              lower(payment.status()),
              MoneyView.of(payment.amount()),
              MoneyView.of(payment.refunding()),
              MoneyView.of(payment.refunded()));
    }
  }

  /**
   * Something that happened.
   *
   * @param kind order, parcel, return or refund
   * @param amount of a refund, else null
   */
  public record Happening(String kind, String status, Instant at, MoneyView amount) {

    static Happening of(OrderHappening happening) {
      return new Happening(
          lower(happening.kind()),
          happening.status().toLowerCase(Locale.ROOT),
          happening.at(),
          MoneyView.of(happening.amount()));
    }
  }

  /** Pieces of a line. */
  public record Pieces(int position, String sku, int quantity) {

    static List<Pieces> of(OrderView order, List<ParcelView.Pieces> pieces) {
      return pieces.stream()
          .map(one -> new Pieces(one.position(), order.line(one.position()).sku(), one.quantity()))
          .toList();
    }
  }

  /**
   * A parcel.
   *
   * @param status packed, shipped, delivered or returned
   * @param tracking number by which the carrier knows it; null where there is none
   */
  public record Parcel(
      long id, String status, Instant since, String carrier, String tracking, List<Pieces> pieces) {

    static Parcel of(OrderView order, ParcelView parcel) {
      return new Parcel(
          parcel.id(),
          lower(parcel.status()),
          parcel.since(),
          parcel.carrier(),
          parcel.tracking(),
          Pieces.of(order, parcel.pieces()));
    }
  }

  /**
   * A return that was asked for.
   *
   * @param status requested, accepted or refused
   * @param answer what the shop says of it; may be empty
   * @param refund what is given back; null until it is accepted
   */
  public record Return(
      long id,
      String status,
      String reason,
      String note,
      Instant askedAt,
      String answer,
      MoneyView refund,
      List<Pieces> pieces) {

    static Return of(OrderView order, ReturnView wish) {
      return new Return(
          wish.id(),
          lower(wish.status()),
          wish.reason().code(),
          wish.note(),
          wish.askedAt(),
          wish.answer(),
          MoneyView.of(wish.refund()),
          Pieces.of(order, wish.pieces()));
    }
  }

  /** An order as it is. */
  public static OrderJson of(OrderView order) {
    return new OrderJson(
        order.number().text(),
        lower(order.status()),
        order.placedAt(),
        order.paidAt(),
        order.status().isUnpaid() ? order.payUntil() : null,
        order.email(),
        order.lines().stream().map(Line::of).toList(),
        order.totals().isTaxIncluded(),
        MoneyView.of(order.totals().items()),
        MoneyView.of(order.totals().discount()),
        order.coupon(),
        MoneyView.of(order.totals().shipping()),
        MoneyView.of(order.totals().tax()),
        order.taxes().stream().map(Tax::of).toList(),
        MoneyView.of(order.totals().total()),
        MoneyView.of(order.totals().giftCards()),
        MoneyView.of(order.totals().due()),
        Address.of(order.shipping()),
        Address.of(order.billing()),
        new Method(order.shippingMethod(), order.shippingName()),
        new Arrival(order.arrivesFrom(), order.arrivesUntil()),
        order.paymentMethod(),
        Payment.of(order.payment()),
        order.history().stream().map(Happening::of).toList(),
        order.parcels().stream().map(parcel -> Parcel.of(order, parcel)).toList(),
        order.returns().stream().map(wish -> Return.of(order, wish)).toList(),
        order.canBeCancelled());
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
