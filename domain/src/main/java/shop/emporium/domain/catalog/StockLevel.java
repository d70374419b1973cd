package shop.emporium.domain.catalog;

/** What the shop says of a stock in words; the exact figure is said only when it is low. */
public enum StockLevel {
  IN_STOCK,
  LOW,
  SOLD_OUT;

  /** From this many pieces on a shopper need not hurry. */
  public static final int PLENTY = 4;

  /**
   * The level of a stock.
   *
   * @param available pieces that can be sold now, 0 or more
   */
  public static StockLevel of(int available) {
    if (available <= 0) {
      return SOLD_OUT;
    }
    return available < PLENTY ? LOW : IN_STOCK;
  }
}
