package shop.emporium.ejb.shared.mail;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts of mails in one language of the shop. */
final class MailTexts {

  /** The languages of mails, the one for everybody else first. */
  static final List<String> LANGUAGES = List.of("en", "de");

  private static final String BUNDLE = "shop.emporium.ejb.mail.messages";

  private final Locale locale;
  private final ResourceBundle texts;

  private MailTexts(Locale locale) {
    this.locale = locale;
    this.texts = ResourceBundle.getBundle(BUNDLE, locale, MailTexts.class.getClassLoader());
  }

  /** The texts in a language, such as {@code de}; in English where there are none in it. */
  static MailTexts in(String language) {
    return new MailTexts(Locale.forLanguageTag(language));
  }

  /** In which of the shop's languages somebody is written to. */
  static String languageOf(Locale locale) {
    return locale != null && LANGUAGES.contains(locale.getLanguage())
        ? locale.getLanguage()
        : LANGUAGES.get(0);
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  /**
   * A text with its values filled in.
   *
   * @throws MissingResourceException when there is no such key
   */
  String get(String key, Object... values) {
    return new MessageFormat(texts.getString(key), locale).format(values);
  }

  /** The same, or nothing where there is no such key. */
  String find(String key, Object... values) {
    return has(key) ? get(key, values) : "";
  }
}
