package shop.emporium.ejb.checkout;

import shop.emporium.domain.checkout.ShippingTariff;
import shop.emporium.domain.checkout.TaxTable;

/**
 * What holds for a country and a way of sending.
 *
 * @param shippingName in the language asked for; null when there is no such way of sending
 * @param fastest working days on the way
 */
record Terms(TaxTable taxes, ShippingTariff tariff, String shippingName, int fastest, int slowest) {

  boolean isSent() {
    return shippingName != null;
  }
}
