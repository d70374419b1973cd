package shop.emporium.ejb.order;

import org.joda.money.Money;
import shop.emporium.domain.checkout.TaxMode;

/**
 * What an order costs.
 *
 * @param items before the discount
 * @param shipping delivery; in an exclusive country without its tax
 * @param tax all of it, delivery's too
 * @param total what is to be paid, tax in it
 * @param giftCards what gift cards paid of it
 * @param due what the payment pays of it
 * @param taxMode whether the amounts above have the tax in them
 */
public record OrderTotals(
    Money items,
    Money discount,
    Money shipping,
    Money tax,
    Money total,
    Money giftCards,
    Money due,
    TaxMode taxMode) {

  public boolean isTaxIncluded() {
    return taxMode == TaxMode.INCLUSIVE;
  }
}
