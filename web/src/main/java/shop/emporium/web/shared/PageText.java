package shop.emporium.web.shared;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The texts of the shop's pages in one language: {@code #{text['cart.title']}} in a page, {@link
 * #of} in code that writes parts of pages.
 *
 * <p>A page asks for some two hundred texts. Java's own lookup of a bundle costs more than all else
 * that is done with a text, so that each language is read once and kept.
 */
public final class PageText {

  private static final String BUNDLE = "shop.emporium.web.messages";

  private static final Map<Locale, PageText> LANGUAGES = new ConcurrentHashMap<>();

  private final Map<String, String> texts;

  private PageText(ResourceBundle bundle) {
    texts =
        bundle.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
  }

  /** All texts in a language of the shop; in English where it has no such language. */
  public static PageText in(Locale locale) {
    PageText known = LANGUAGES.get(locale);
    if (known != null) {
      return known;
    }
    PageText read = new PageText(ResourceBundle.getBundle(BUNDLE, locale));
    // A visitor does not choose how many are kept.
    return PageLanguage.ALL.contains(locale.toLanguageTag()) ? kept(locale, read) : read;
  }

  private static PageText kept(Locale locale, PageText read) {
    LANGUAGES.put(locale, read);
    return read;
  }

  /**
   * The text of a key in a language of the shop.
   *
   * @throws MissingResourceException when there is no such key, which is a mistake in code
   */
  public static String of(String key, Locale locale) {
    return in(locale).get(key);
  }

  /**
   * The text of a key.
   *
   * @throws MissingResourceException when there is no such key, which is a mistake in code
   */
  public String get(String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new MissingResourceException("No text of this key: " + key, BUNDLE, key);
    }
    return text;
  }

  /** Whether there is a text of this key. */
  boolean has(String key) {
    return texts.containsKey(key);
  }
}
