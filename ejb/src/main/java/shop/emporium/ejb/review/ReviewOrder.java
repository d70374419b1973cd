package shop.emporium.ejb.review;

import java.util.Arrays;
import java.util.Optional;

/** In which order reviews are read. */
public enum ReviewOrder {
  NEWEST("newest", "r.written_at DESC, r.id DESC"),
  HELPFUL("helpful", "r.helpful DESC, r.written_at DESC, r.id DESC"),
  BEST("best", "r.stars DESC, r.written_at DESC, r.id DESC"),
  WORST("worst", "r.stars, r.written_at DESC, r.id DESC");

  private final String code;
  private final String sql;

  ReviewOrder(String code, String sql) {
    this.code = code;
    this.sql = sql;
  }

  /** As addresses name it. */
  public String code() {
    return code;
  }

  String sql() {
    return sql;
  }

  /** The order that an address names. */
  public static Optional<ReviewOrder> of(String code) {
    return Arrays.stream(values()).filter(order -> order.code.equals(code)).findFirst();
  }
}
