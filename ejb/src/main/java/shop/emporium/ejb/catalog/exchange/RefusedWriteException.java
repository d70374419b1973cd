package shop.emporium.ejb.catalog.exchange;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database refused a batch, whose transaction is undone. Says why in words. */
@ApplicationException(rollback = true)
public class RefusedWriteException extends RuntimeException {

  /** Two transactions came into each other's way: the same again may well succeed. */
  private static final Set<String> PASSING = Set.of("40001", "40P01");

  private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
  private static final Map<String, String> RULES =
      Map.of(
          "product_slug_key", "another product has this handle",
          "product_variant_sku_key", "an SKU belongs to another product",
          "product_variant_check1", "a former price is not above its price",
          "product_variant_available_check", "a stock is below zero",
          "product_variant_price_minor_check", "a price is below zero",
          "product_variant_weight_grams_check", "a weight is below zero",
          "product_rating_average_check", "the rating is not between 0 and 5",
          "product_rating_count_check", "the number of ratings is below zero");
  private static final Map<String, String> STATES =
      Map.of(
          "22001", "a text is longer than its column holds",
          "23502", "a value is missing that the shop needs",
          "55P03", "another import or change held it for too long; import it again",
          "57014", "writing it took too long");

  private final String state;

  RefusedWriteException(SQLException cause) {
    super(words(cause), cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  boolean isPassing() {
    return PASSING.contains(state);
  }

  /** The database is not there, so that no product has a fault. */
  boolean isAway() {
    return state.isEmpty() || state.startsWith("08") || state.startsWith("53") || isStopping();
  }

  private boolean isStopping() {
    return state.startsWith("57P");
  }

  @Override
  public synchronized SQLException getCause() {
    return (SQLException) super.getCause();
  }

  private static String words(SQLException cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    Matcher constraint = CONSTRAINT.matcher(message);
    if (constraint.find()) {
      return RULES.getOrDefault(
          constraint.group(1), "it breaks the database's rule " + constraint.group(1));
    }
    String state = cause.getSQLState() == null ? "" : cause.getSQLState();
    return STATES.getOrDefault(
        state, "the database refuses it: " + message.lines().findFirst().orElse(state));
  }
}
