package shop.emporium.ejb.catalog;

import java.util.Arrays;
import java.util.Optional;

/** In which order a list of products comes; each has the name that stands in an address. */
public enum SortOrder {
  /** Best match first; without words, what sells best. */
  RELEVANCE("relevance"),
  PRICE_UP("price"),
  PRICE_DOWN("-price"),
  NEWEST("newest"),
  RATING("rating");

  private final String code;

  SortOrder(String code) {
    this.code = code;
  }

  /** The name in an address, such as {@code -price}. */
  public String code() {
    return code;
  }

  /** The order of this name. */
  public static Optional<SortOrder> of(String code) {
    return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst();
  }
}
