package shop.emporium.ejb.shared.mail;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.owasp.encoder.Encode;

/** Writes letters: texts of the bundle and values of a mail, in the forms that they all have. */
final class Letters {

  private static final LetterForm HTML = LetterForm.read("letter.html");
  private static final LetterForm TEXT = LetterForm.read("letter.txt");

  /** Mail programs make a link of what looks like one; initials, as in J.R.R. Doe, do not. */
  private static final Pattern ADVERTISEMENT = Pattern.compile("[@/\\\\]|\\S\\.[\\p{L}\\p{N}]{2}");

  private Letters() {}

  /** Whether there are texts for such a mail. */
  static boolean knows(String template) {
    return template != null && MailTexts.in(MailTexts.LANGUAGES.get(0)).has(template + ".subject");
  }

  /**
   * Writes a letter.
   *
   * @param template the first part of its keys
   * @throws java.util.MissingResourceException when there are no texts for such a mail: a node of a
   *     later release may have ordered it
   */
  static Letter write(String template, String language, Map<String, String> values) {
    MailTexts texts = MailTexts.in(language);
    String shop = values.getOrDefault("shop", "");
    String sender = shop.isEmpty() ? texts.get("shop.name") : shop;
    String link = values.getOrDefault("link", "");
    String article = values.getOrDefault("article", "");
    String order = values.getOrDefault("order", "");
    String amount = values.getOrDefault("amount", "");
    String subject = texts.get(template + ".subject", sender, article, order, amount);
    MailRows rows = MailRows.read(values.getOrDefault("rows", ""));
    Map<String, String> places = new HashMap<>();
    places.put("language", language);
    places.put("sender", sender);
    places.put("initial", sender.substring(0, sender.offsetByCodePoints(0, 1)));
    places.put("subject", subject);
    places.put("greeting", greeting(texts, values.getOrDefault("name", "")));
    places.put("first", texts.get(template + ".first", sender, article, order, amount));
    places.put("second", texts.find(template + ".second", sender, article, order, amount));
    places.put("button", texts.find(template + ".button"));
    places.put("link", link);
    places.put("note", texts.find(template + ".note", sender, article));
    places.put("answer", values.getOrDefault("answer", ""));
    places.put("rows", rows.text(texts));
    places.put("table", rows.html(texts));
    places.put("hint", texts.get("hint"));
    places.put("home", link.isEmpty() ? "" : URI.create(link).resolve("/").toString());
    places.put("footer", texts.get("footer", sender));
    places.put("stop", values.getOrDefault("stop", ""));
    places.put("stopwords", texts.get("stop"));
    return new Letter(
        language,
        sender,
        subject,
        TEXT.fill(places, UnaryOperator.identity()),
        HTML.fill(places, Encode::forHtml, Set.of("table")));
  }

  /**
   * Anybody may enter somebody else's address and a name of his choice. A name that holds an
   * address of the web is not repeated, so that nobody has the shop send his advertisements.
   */
  private static String greeting(MailTexts texts, String name) {
    return name.isEmpty() || ADVERTISEMENT.matcher(name).find()
        ? texts.get("greeting.plain")
        : texts.get("greeting", name);
  }
}
