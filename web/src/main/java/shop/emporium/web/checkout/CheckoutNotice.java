package shop.emporium.web.checkout;

/**
 * Something that a buyer has to know before he goes on.
 *
 * @param level info, good, warn or bad
 * @param key of its text
 * @param first what the text is filled with, or null; so the others
 */
public record CheckoutNotice(String level, String key, Object first, Object second, Object third) {

  static CheckoutNotice of(String level, String key) {
    return new CheckoutNotice(level, key, null, null, null);
  }

  static CheckoutNotice of(String level, String key, Object first) {
    return new CheckoutNotice(level, key, first, null, null);
  }
}
