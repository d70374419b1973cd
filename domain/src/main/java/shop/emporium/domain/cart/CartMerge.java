package shop.emporium.domain.cart;

import java.util.Comparator;
import java.util.List;

/**
 * How a guest's cart becomes part of a customer's. This is the rule:
 *
 * <ul>
 *   <li>Pieces of a variant in both carts are added up, to what can be bought and to {@link
 *       Cart#MAX_QUANTITY}. The line stands where the older of the two stood.
 *   <li>A line of the guest alone is taken over, to what can be bought. What only the customer had
 *       stays as it is.
 *   <li>Of what is sold out, or no longer sold, the wanted pieces are kept: the cart shows that it
 *       cannot be had.
 *   <li>What either had saved for later stays saved, added up to {@link Cart#MAX_QUANTITY}. What
 *       one had saved and the other in the cart is both.
 *   <li>Of more than {@link Cart#MAX_LINES} lines those put in last stay, for they are what the
 *       shopper is about to buy; the oldest are saved for later. Past {@link
 *       Cart#MAX_SAVED_BY_MERGE} saved lines the oldest are dropped, and their number is told.
 * </ul>
 *
 * <p>Whatever became different is kept with its line, to be told until the shopper has read it.
 */
final class CartMerge {

  private final Cart cart;
  private final List<CartLine> lines;

  CartMerge(Cart cart, List<CartLine> lines) {
    this.cart = cart;
    this.lines = lines;
  }

  /** Takes these lines in; returns how many saved ones had to be dropped. */
  int take(List<CartLine> guests) {
    for (CartLine guest : guests) {
      cart.find(guest.getVariant().getSku(), guest.isSaved())
          .ifPresentOrElse(line -> line.join(guest), () -> takeOver(guest));
    }
    lines.sort(Comparator.comparing(CartLine::getAddedAt));
    oldestPast(Cart.MAX_LINES, cart.getLines()).forEach(line -> cart.putAside(line).makeRoom());
    List<CartLine> tooMany = oldestPast(Cart.MAX_SAVED_BY_MERGE, cart.getSaved());
    lines.removeAll(tooMany);
    return tooMany.size();
  }

  private void takeOver(CartLine guest) {
    CartLine line = guest.copyTo(cart);
    line.arrive();
    lines.add(line);
  }

  private static List<CartLine> oldestPast(int most, List<CartLine> lines) {
    return lines.subList(0, Math.max(0, lines.size() - most));
  }
}
