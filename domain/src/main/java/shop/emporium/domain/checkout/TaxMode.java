package shop.emporium.domain.checkout;

/** How a country is used to reading prices. */
public enum TaxMode {
  /** The price is what is paid; the tax is in it. */
  INCLUSIVE,
  /** The tax comes on top of the price. */
  EXCLUSIVE
}
