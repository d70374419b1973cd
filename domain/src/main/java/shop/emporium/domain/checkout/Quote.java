package shop.emporium.domain.checkout;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What an order would cost, to the cent. A record of one moment: prices and rates may be others
 * later.
 *
 * @param shipping what delivery costs, 0 with a coupon for it
 * @param shippingTax in it, or on top of it
 * @param taxes by rate, lowest first, delivery included
 */
public record Quote(
    TaxMode mode,
    List<QuotedLine> lines,
    Money shipping,
    Money shippingTax,
    List<TaxShare> taxes,
    List<GiftCard.Spending> giftCards) {

  /** A quote that nobody changes. */
  public Quote {
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    giftCards = List.copyOf(giftCards);
  }

  private Money none() {
    return Money.zero(shipping.getCurrencyUnit());
  }

  /** The goods before discount. */
  public Money items() {
    return lines.stream().map(line -> line.item().total()).reduce(none(), Money::plus);
  }

  /** What the coupon takes off the goods. */
  public Money discount() {
    return lines.stream().map(QuotedLine::discount).reduce(none(), Money::plus);
  }

  /** All tax, that of delivery included. */
  public Money tax() {
    return lines.stream().map(QuotedLine::tax).reduce(shippingTax, Money::plus);
  }

  /** What the order costs: the sum of its lines and delivery, tax in it or on top. */
  public Money total() {
    Money goods = items().minus(discount()).plus(shipping);
    return mode == TaxMode.INCLUSIVE ? goods : goods.plus(tax());
  }

  /** What gift cards pay of it. */
  public Money paidByGiftCards() {
    return giftCards.stream().map(GiftCard.Spending::amount).reduce(none(), Money::plus);
  }

  /** What is left to be paid otherwise. */
  public Money due() {
    return total().minus(paidByGiftCards());
  }

  /** The line of an SKU. */
  public Optional<QuotedLine> line(String sku) {
    return lines.stream().filter(line -> line.item().sku().equals(sku)).findFirst();
  }

  /** Weight of all goods. */
  public long grams() {
    return lines.stream().mapToLong(line -> line.item().grams()).sum();
  }

  /** The same, paid with these cards as far as they reach. */
  Quote paidWith(List<GiftCard.Spending> spendings) {
    return new Quote(mode, lines, shipping, shippingTax, taxes, spendings);
  }
}
