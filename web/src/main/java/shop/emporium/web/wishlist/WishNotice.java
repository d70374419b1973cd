package shop.emporium.web.wishlist;

/**
 * What became of the last change to a list, said until the page is left.
 *
 * @param level good, warn or bad
 * @param key of its text
 * @param first what the text is filled with, or null; so the other
 * @param undoSku what can be put back, or null
 * @param toCart whether the way to the cart is shown
 */
public record WishNotice(
    String level, String key, Object first, Object second, String undoSku, boolean toCart) {

  static WishNotice of(String level, String key, Object first) {
    return new WishNotice(level, key, first, null, null, false);
  }
}
