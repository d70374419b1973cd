package shop.emporium.web.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import shop.emporium.domain.cart.Cart;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartNews;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;

/**
 * What became different in a cart by itself, in words.
 *
 * @param sku of the line; empty where the whole cart is meant
 * @param code for programs, such as {@code price-up}
 * @param key of its text
 * @param first what the text is filled with, or null; so the others
 */
public record CartNewsWords(
    String sku, String code, String key, Object first, Object second, Object third) {

  static List<CartNewsWords> of(CartView cart) {
    List<CartNewsWords> all = new ArrayList<>();
    if (cart.joined() > 0) {
      all.add(new CartNewsWords("", "joined", "cart.news.joined", cart.joined(), null, null));
    }
    if (cart.dropped() > 0) {
      all.add(new CartNewsWords("", "dropped", "cart.news.dropped", cart.dropped(), null, null));
    }
    cart.news().stream().map(CartNewsWords::of).forEach(all::add);
    return all;
  }

  private static CartNewsWords of(CartNews news) {
    CartLineView line = news.line();
    return switch (news.kind()) {
      case ADDED_UP -> of(news, "cart.news.added-up", line.seen().heldBefore(), line.quantity());
      case ADDED_UP_TO_LIMIT ->
          of(
              news,
              line.quantity() < Cart.MAX_QUANTITY
                  ? "cart.news.added-up-to-limit"
                  : "cart.news.added-up-to-most",
              line.quantity(),
              line.seen().together());
      case MADE_ROOM -> of(news, "cart.news.made-room", Cart.MAX_LINES, null);
      case PRICE_UP -> of(news, "cart.news.price-up", line.price(), line.seen().price());
      case PRICE_DOWN -> of(news, "cart.news.price-down", line.price(), line.seen().price());
      case SOLD_OUT -> of(news, "cart.news.sold-out", null, null);
      case BACK -> of(news, "cart.news.back", null, null);
      case FEWER_LEFT -> of(news, "cart.news.fewer-left", line.available(), line.quantity());
    };
  }

  private static CartNewsWords of(CartNews news, String key, Object second, Object third) {
    String code = news.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new CartNewsWords(news.line().sku(), code, key, news.line().name(), second, third);
  }

  /** The sentence itself. */
  String in(Locale locale) {
    return Format.fill3(PageText.of(key, locale), locale, first, second, third);
  }
}
