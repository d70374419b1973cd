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

  private static final String KEYS = "cart.news.";

  static List<CartNewsWords> of(CartView cart) {
    List<CartNewsWords> all = new ArrayList<>();
    if (cart.joined() > 0) {
      all.add(ofCart("joined", cart.joined()));
    }
    if (cart.dropped() > 0) {
      all.add(ofCart("dropped", cart.dropped()));
    }
    cart.news().stream().map(CartNewsWords::of).forEach(all::add);
    return all;
  }

  private static CartNewsWords ofCart(String code, int number) {
    return new CartNewsWords("", code, KEYS + code, number, null, null);
  }

  private static CartNewsWords of(CartNews news) {
    CartLineView line = news.line();
    return switch (news.kind()) {
      case ADDED_UP -> of(news, line.seen().heldBefore(), line.quantity());
      case ADDED_UP_TO_LIMIT -> upToLimit(news);
      case MADE_ROOM -> of(news, Cart.MAX_LINES, null);
      case PRICE_UP, PRICE_DOWN -> of(news, line.price(), line.seen().price());
      case SOLD_OUT, BACK -> of(news, null, null);
      case FEWER_LEFT -> of(news, line.available(), line.quantity());
    };
  }

  private static CartNewsWords upToLimit(CartNews news) {
    CartLineView line = news.line();
    CartNewsWords words = of(news, line.quantity(), line.seen().together());
    return line.quantity() < Cart.MAX_QUANTITY
        ? words
        : new CartNewsWords(
            words.sku,
            words.code,
            KEYS + "added-up-to-most",
            words.first,
            words.second,
            words.third);
  }

  private static CartNewsWords of(CartNews news, Object second, Object third) {
    String code = news.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new CartNewsWords(
        news.line().sku(), code, KEYS + code, news.line().name(), second, third);
  }

  /** The sentence itself. */
  String in(Locale locale) {
    return Format.fill3(PageText.of(key, locale), locale, first, second, third);
  }
}
