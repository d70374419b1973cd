package shop.emporium.ejb.catalog.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import shop.emporium.domain.shared.Slug;

/** Reads single fields: their lengths, their numbers. What is wrong is said with its column. */
final class Texts {

  /** Names of which a slug is made that a column of 100 characters holds. */
  static final int MAX_NAME = 100;

  private Texts() {}

  static String required(ShopifyRow row, ShopifyColumn column, int max) {
    if (!row.has(column)) {
      throw new IllegalArgumentException(column.title() + " is empty");
    }
    return limited(row.get(column), column, max);
  }

  static String limited(String text, ShopifyColumn column, int max) {
    if (text.length() > max) {
      throw new IllegalArgumentException(column.title() + " is longer than " + max + " characters");
    }
    return text;
  }

  /** A name of which an address is made: it needs a letter or a digit. */
  static String named(String name, ShopifyColumn column) {
    if (Slug.of(limited(name, column, MAX_NAME)).length() > MAX_NAME) {
      throw new IllegalArgumentException(column.title() + " makes too long an address");
    }
    return name;
  }

  static String optional(ShopifyRow row, ShopifyColumn column, int max) {
    return row.has(column) ? cut(row.get(column), max) : null;
  }

  /** At most so many characters, and never half of one. */
  static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  /**
   * A count that Shopify may write as 12 or 12.0. Below zero means that nothing is there.
   *
   * @return 0 for an empty field
   */
  static int number(ShopifyRow row, ShopifyColumn column, int max) {
    if (!row.has(column)) {
      return 0;
    }
    String text = row.get(column);
    if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException(
          column.title() + " \"" + cut(text, 40) + "\" is no number");
    }
    BigDecimal value = new BigDecimal(text).setScale(0, RoundingMode.HALF_UP);
    if (value.compareTo(BigDecimal.valueOf(max)) > 0) {
      throw new IllegalArgumentException(column.title() + " " + text + " is above " + max);
    }
    return value.signum() < 0 ? 0 : value.intValueExact();
  }
}
