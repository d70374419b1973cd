package shop.emporium.web.shared;

import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the bundle for code that writes parts of pages. */
public final class PageText {

  private static final String BUNDLE = "shop.emporium.web.messages";

  private PageText() {}

  /**
   * The text of a key in a language of the shop.
   *
   * @throws java.util.MissingResourceException when there is no such key, which is a mistake in
   *     code
   */
  public static String of(String key, Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale).getString(key);
  }
}
