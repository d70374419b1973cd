package shop.emporium.web.cart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import shop.emporium.domain.cart.QuantityChange;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.web.shared.MoneyView;

/**
 * A cart as the REST interface shows it.
 *
 * @param count pieces over all lines
 * @param subtotal sum of the lines, VAT included, delivery not
 * @param saved what is saved for later: neither counted nor summed up
 * @param notices what became different from what was asked, and what changed by itself since it was
 *     seen, in words; the latter until it is read ({@code DELETE /cart/notices}) or the line
 *     changed
 */
public record CartJson(
    List<Line> lines, int count, MoneyView subtotal, List<Line> saved, List<Notice> notices) {

  /** One line of a cart; {@code seenPrice} is the price that the shopper saw last. */
  public record Line(
      String sku,
      String slug,
      String name,
      String options,
      String picture,
      int quantity,
      int available,
      MoneyView price,
      MoneyView total,
      MoneyView seenPrice) {

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
          MoneyView.of(line.total()),
          MoneyView.of(line.seen().price()));
    }
  }

  /**
   * Something that the shopper should know; {@code code} is for programs, {@code message} for
   * people. {@code sku} is empty where the whole cart is meant.
   */
  public record Notice(String sku, String code, String message) {

    static Notice of(CartNewsWords news) {
      return new Notice(news.sku(), news.code(), news.in(Locale.ENGLISH));
    }
  }

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
        cart.saved().stream().map(Line::of).toList(),
        Stream.concat(notices.stream(), CartNewsWords.of(cart).stream().map(Notice::of)).toList());
  }
}
