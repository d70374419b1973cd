package shop.emporium.web.cart;

import java.util.List;

/**
 * What became of the last change to the cart, said until the page is left.
 *
 * @param level good, warn or bad
 * @param key of its text
 * @param first what the text is filled with, or null; so the others
 * @param undoSku what the visitor can put back, or null
 * @param undoQuantity how many pieces of it
 */
public record CartNotice(
    String level,
    String key,
    Object first,
    Object second,
    Object third,
    String undoSku,
    int undoQuantity) {

  static CartNotice of(String level, String key, Object... values) {
    List<Object> filled = List.of(values);
    return new CartNotice(level, key, at(filled, 0), at(filled, 1), at(filled, 2), null, 0);
  }

  /** The same with a way back. */
  CartNotice undoneBy(String sku, int quantity) {
    return new CartNotice(level, key, first, second, third, sku, quantity);
  }

  private static Object at(List<Object> values, int index) {
    return index < values.size() ? values.get(index) : null;
  }
}
