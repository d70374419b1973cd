package shop.emporium.ejb.order;

import java.time.Instant;

/**
 * An invoice.
 *
 * @param number one of a sequence without a gap
 */
public record Invoice(long number, Instant issuedAt) {

  /** As it is written everywhere, such as {@code INV-10001}. */
  public String text() {
    return text(number);
  }

  /** The number of an invoice as it is written everywhere. */
  public static String text(long number) {
    return "INV-" + number;
  }
}
