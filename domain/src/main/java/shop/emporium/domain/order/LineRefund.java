package shop.emporium.domain.order;

import org.joda.money.Money;

/**
 * What is given back for pieces of a line. Whatever pieces come back one by one or at once, all of
 * them together give exactly what was paid for the line.
 *
 * @param paid for the whole line: discount taken off, tax in it
 * @param quantity pieces of the line, 1 or more
 * @param returned pieces that were given back before
 */
public record LineRefund(Money paid, int quantity, int returned) {

  /**
   * A line of which something may be left.
   *
   * @throws IllegalArgumentException when more came back than there was
   */
  public LineRefund {
    if (quantity < 1 || returned < 0 || returned > quantity || paid.isNegative()) {
      throw new IllegalArgumentException("No line: " + returned + " of " + quantity);
    }
  }

  /**
   * What is given back for so many more pieces.
   *
   * @throws IllegalArgumentException when there are not so many left
   */
  public Money forPieces(int pieces) {
    if (pieces < 1 || pieces > quantity - returned) {
      throw new IllegalArgumentException("Only " + (quantity - returned) + " are left");
    }
    return upTo(returned + pieces).minus(upTo(returned));
  }

  /** Rounded down, so that the last piece gives what is left. */
  private Money upTo(int pieces) {
    long minor = paid.getAmountMinorLong();
    long whole = minor / quantity * pieces + minor % quantity * pieces / quantity;
    return Money.ofMinor(paid.getCurrencyUnit(), whole);
  }
}
