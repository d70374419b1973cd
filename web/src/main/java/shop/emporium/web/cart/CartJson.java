package shop.emporium.web.cart;

import java.util.List;
import shop.emporium.domain.cart.QuantityChange;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.web.shared.MoneyView;

/**
 * A cart as the REST interface shows it.
 *
 * @param count pieces over all lines
 * @param subtotal sum of the lines, VAT included, delivery not
 * @param notices what became different from what was asked, in words
 */
public record CartJson(List<Line> lines, int count, MoneyView subtotal, List<Notice> notices) {

  /** One line of a cart. */
  public record Line(
      String sku,
      String slug,
      String name,
      String options,
      String picture,
      int quantity,
      int available,
      MoneyView price,
      MoneyView total) {

    static Line of(CartLineView line) {
      return new Line(
          line.sku(),
          line.slug(),
          line.name(),
          line.options(),
          line.picture() == null ? null : "/media/" + line.picture(),
          line.quantity(),
          line.available(),
          MoneyView.of(line.price()),
          MoneyView.of(line.total()));
    }
  }

  /**
   * Something that the shopper should know; {@code code} is for programs, {@code message} for
   * people.
   */
  public record Notice(String sku, String code, String message) {}

  static CartJson of(CartView cart) {
    return of(cart, List.of());
  }

  static CartJson of(CartView cart, String sku, QuantityChange change) {
    return of(
        cart,
        change.isReduced()
            ? List.of(
                new Notice(
                    sku,
                    "quantity-reduced",
                    "Only %d can be had: your %d became %d."
                        .formatted(change.granted(), change.wanted(), change.granted())))
            : List.of());
  }

  private static CartJson of(CartView cart, List<Notice> notices) {
    return new CartJson(
        cart.lines().stream().map(Line::of).toList(),
        cart.count(),
        MoneyView.of(cart.subtotal()),
        notices);
  }
}
