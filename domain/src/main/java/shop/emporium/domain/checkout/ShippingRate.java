package shop.emporium.domain.checkout;

import org.joda.money.Money;

/**
 * What a parcel costs within some bounds. A bound from belongs to it, a bound below does not.
 *
 * @param country null for every country without rates of its own
 * @param gramsBelow null without such a bound
 * @param valueBelow of the goods after discount, in minor units; null without such a bound
 */
public record ShippingRate(
    String country, long gramsFrom, Long gramsBelow, long valueFrom, Long valueBelow, Money price) {

  /** A rate within bounds that leave something. */
  public ShippingRate {
    if (gramsFrom < 0
        || valueFrom < 0
        || price.isNegative()
        || (gramsBelow != null && gramsBelow <= gramsFrom)
        || (valueBelow != null && valueBelow <= valueFrom)) {
      throw new IllegalArgumentException("Bounds that leave nothing");
    }
  }

  /** Whether it is for such a parcel; its country is looked at by the tariff. */
  boolean covers(long grams, Money value) {
    long minor = value.getAmountMinorLong();
    return grams >= gramsFrom
        && (gramsBelow == null || grams < gramsBelow)
        && minor >= valueFrom
        && (valueBelow == null || minor < valueBelow)
        && price.isSameCurrency(value);
  }
}
