package shop.emporium.domain.cart;

/**
 * How many pieces a shopper wanted, and how many the cart holds now.
 *
 * @param wanted what the line would hold had everything been possible
 * @param granted what it holds, 1 or more
 */
public record QuantityChange(int wanted, int granted) {

  /** Whether stock or the limit of a line allowed fewer than wanted. */
  public boolean isReduced() {
    return granted < wanted;
  }
}
