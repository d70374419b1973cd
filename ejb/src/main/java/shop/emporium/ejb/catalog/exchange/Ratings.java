package shop.emporium.ejb.catalog.exchange;

import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.RATING;
import static shop.emporium.ejb.catalog.exchange.ShopifyColumn.RATING_COUNT;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import shop.emporium.ejb.shared.JsonCodec;

/**
 * Reads the ratings that review apps write into metafields: a plain number, or Shopify's JSON with
 * a scale.
 */
final class Ratings {

  private static final BigDecimal BEST = BigDecimal.valueOf(5);
  private static final int MAX_COUNT = 100_000_000;

  private Ratings() {}

  /** The average on a scale to 5, to two decimals; 0 when there is none, null without a column. */
  static BigDecimal average(ShopifyRow row) {
    if (!row.knows(RATING)) {
      return null;
    }
    if (!row.has(RATING)) {
      return BigDecimal.ZERO;
    }
    try {
      BigDecimal rating = read(row.get(RATING)).setScale(2, RoundingMode.HALF_UP);
      if (rating.signum() >= 0 && rating.compareTo(BEST) <= 0) {
        return rating.stripTrailingZeros();
      }
    } catch (JsonException
        | ArithmeticException
        | ClassCastException
        | IllegalArgumentException no) {
      // Said below, with the text.
    }
    throw new IllegalArgumentException(
        RATING.title() + " \"" + Texts.cut(row.get(RATING), 40) + "\" is no rating up to 5");
  }

  static Integer count(ShopifyRow row) {
    return row.knows(RATING_COUNT) ? Texts.number(row, RATING_COUNT, MAX_COUNT) : null;
  }

  private static BigDecimal read(String text) {
    if (!text.startsWith("{")) {
      return number(text);
    }
    JsonObject rating = JsonCodec.object(text);
    BigDecimal value = number(field(rating, "value"));
    if (!rating.containsKey("scale_max")) {
      return value;
    }
    return value.multiply(BEST).divide(number(field(rating, "scale_max")), 6, RoundingMode.HALF_UP);
  }

  private static String field(JsonObject rating, String name) {
    if (!rating.containsKey(name)) {
      throw new IllegalArgumentException("no " + name);
    }
    return rating.get(name).toString().replace("\"", "");
  }

  private static BigDecimal number(String text) {
    if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,12})?")) {
      throw new IllegalArgumentException("no number");
    }
    return new BigDecimal(text);
  }
}
