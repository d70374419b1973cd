package shop.emporium.domain.inventory;

/**
 * Where the pieces of one variant are. All that were received are free, held or sold, at every
 * moment: pieces only move between the three.
 *
 * <p>What came in or went otherwise (a delivery, a theft) shows when somebody counts, see {@link
 * #count}.
 *
 * @param available can be bought now, 0 or more
 * @param reserved held for checkouts, 0 or more
 * @param sold belong to orders, 0 or more
 */
public record Stock(int available, int reserved, int sold) {

  /**
   * The pieces of a variant.
   *
   * @throws IllegalArgumentException when there are less than none anywhere
   */
  public Stock {
    if (available < 0 || reserved < 0 || sold < 0) {
      throw new IllegalArgumentException(
          "Less than nothing: " + available + ", " + reserved + ", " + sold);
    }
  }

  /** All pieces that ever came in. */
  public int received() {
    return Math.addExact(available, Math.addExact(reserved, sold));
  }

  /** Whether so many can be had. */
  public boolean has(int pieces) {
    return pieces <= available;
  }

  /**
   * Holds free pieces for a checkout.
   *
   * @throws NotEnoughException when there are fewer; then none is held
   */
  public Stock reserve(int pieces) {
    return new Stock(take(available, pieces), reserved + pieces, sold);
  }

  /** Lets held pieces go, to be bought by anybody. */
  public Stock release(int pieces) {
    return new Stock(available + pieces, take(reserved, pieces), sold);
  }

  /** Sells pieces that were held. */
  public Stock sellReserved(int pieces) {
    return new Stock(available, take(reserved, pieces), sold + pieces);
  }

  /**
   * Sells free pieces that nobody held before.
   *
   * @throws NotEnoughException when there are fewer
   */
  public Stock sell(int pieces) {
    return new Stock(take(available, pieces), reserved, sold + pieces);
  }

  /** Puts sold pieces back on the shelf: the order was cancelled, or they came back whole. */
  public Stock takeBack(int pieces) {
    return new Stock(available + pieces, reserved, take(sold, pieces));
  }

  /** Holds sold pieces again for a checkout whose payment came to nothing. */
  public Stock holdAgain(int pieces) {
    return new Stock(available, reserved + pieces, take(sold, pieces));
  }

  /**
   * Says how many can be bought now: somebody counted, or a catalogue file says so. What is held or
   * sold stays as it is.
   */
  public Stock count(int free) {
    return new Stock(free, reserved, sold);
  }

  private static int take(int from, int pieces) {
    if (pieces < 1) {
      throw new IllegalArgumentException("At least one piece: " + pieces);
    }
    if (pieces > from) {
      throw new NotEnoughException(pieces, from);
    }
    return from - pieces;
  }
}
