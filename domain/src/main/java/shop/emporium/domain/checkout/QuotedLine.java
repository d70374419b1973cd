package shop.emporium.domain.checkout;

import org.joda.money.Money;

/**
 * A line of a quote.
 *
 * @param discount its part of what the coupon takes off
 * @param tax in it, or on top of it, by the mode of the quote
 */
public record QuotedLine(Item item, Money discount, TaxRate rate, Money tax) {

  /** What it costs after discount, in the shop's prices: with or without tax by their mode. */
  public Money payable() {
    return item.total().minus(discount);
  }

  /** What is paid for it, tax included. */
  public Money paid(TaxMode mode) {
    return mode == TaxMode.INCLUSIVE ? payable() : payable().plus(tax);
  }
}
