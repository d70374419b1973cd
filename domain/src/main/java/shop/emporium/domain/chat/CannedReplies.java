package shop.emporium.domain.chat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the places of answers that are ready: {@code {name}} of the shopper, {@code {agent}}, and
 * {@code {order}}, the number of the last one.
 *
 * <p>Where nothing is known to fill in, the place goes with the comma and the blank before it, so
 * that "Hello {name}, …" greets a guest by "Hello, …", and "Thank you, {name}, …" by "Thank you,
 * …".
 */
public final class CannedReplies {

  /** What a shortcut is made of: what is typed behind the slash. */
  public static final String SHORTCUT = "[a-z0-9][a-z0-9-]{0,29}";

  /** The most characters of a title. */
  public static final int MAX_TITLE = 60;

  private static final Pattern PLACE = Pattern.compile("(,? ?)\\{(name|agent|order)\\}");

  private CannedReplies() {}

  /**
   * An answer as it can be sent, at most {@link MessageText#MAX} characters.
   *
   * @param values by {@code name}, {@code agent} and {@code order}; each may be missing or blank.
   *     What they hold is text: no place in them is filled.
   */
  public static String fill(String body, Map<String, String> values) {
    Matcher place = PLACE.matcher(body);
    StringBuilder filled = new StringBuilder(body.length());
    while (place.find()) {
      String value = values.getOrDefault(place.group(2), "").strip();
      place.appendReplacement(
          filled, Matcher.quoteReplacement(value.isEmpty() ? "" : place.group(1) + value));
    }
    place.appendTail(filled);
    String text = filled.toString().strip();
    return text.length() <= MessageText.MAX ? text : text.substring(0, MessageText.MAX - 1) + "…";
  }
}
