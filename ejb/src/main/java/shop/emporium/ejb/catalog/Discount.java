package shop.emporium.ejb.catalog;

import org.joda.money.Money;

/** How much less than before. */
final class Discount {

  private Discount() {}

  /**
   * In whole per cent, rounded down so that no more is promised than is given; 0 without a former
   * price.
   */
  static int percent(Money now, Money former) {
    if (former == null || !former.isPositive()) {
      return 0;
    }
    long before = former.getAmountMinorLong();
    return (int) ((before - now.getAmountMinorLong()) * 100 / before);
  }
}
