package shop.emporium.domain.order;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call an order, such as {@code EM-104817}. Numbers follow each other in the order of
 * placing, so they can be guessed: a number alone opens nothing.
 *
 * @param value 1 or more
 */
public record OrderNumber(long value) {

  private static final String PREFIX = "EM-";

  /** People type it with other dashes, blanks, or without its letters. */
  private static final Pattern TYPED =
      Pattern.compile("(?:[Ee][Mm])?[\\s\\u2010-\\u2015-]?([0-9]{1,15})");

  /** A number that an order can have. */
  public OrderNumber {
    if (value < 1) {
      throw new IllegalArgumentException("No order has this number: " + value);
    }
  }

  /** Reads what somebody typed; empty when no order can be called so. */
  public static Optional<OrderNumber> parse(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    Matcher matcher = TYPED.matcher(typed.strip());
    return matcher.matches()
        ? Optional.of(Long.parseLong(matcher.group(1)))
            .filter(value -> value > 0)
            .map(OrderNumber::new)
        : Optional.empty();
  }

  /** As it is written everywhere. */
  public String text() {
    return PREFIX + value;
  }

  @Override
  public String toString() {
    return text();
  }
}
