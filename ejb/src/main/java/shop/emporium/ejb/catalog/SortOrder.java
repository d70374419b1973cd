package shop.emporium.ejb.catalog;

import java.util.Arrays;
import java.util.Optional;

/** In which order a list of products comes; each has the name that stands in an address. */
public enum SortOrder {
  RELEVANCE("relevance", "rank DESC, p.created_at DESC, p.id DESC"),
  PRICE_UP("price", "v.price_minor, p.id"),
  PRICE_DOWN("-price", "v.price_minor DESC, p.id"),
  NEWEST("newest", "fresh DESC, p.created_at DESC, p.id DESC"),
  RATING("rating", "p.rating_average DESC, p.rating_count DESC, p.id");

  private final String code;
  private final String sql;

  SortOrder(String code, String sql) {
    this.code = code;
    this.sql = sql;
  }

  /** The name in an address, such as {@code -price}. */
  public String code() {
    return code;
  }

  String sql() {
    return sql;
  }

  /** The order of this name. */
  public static Optional<SortOrder> of(String code) {
    return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst();
  }
}
