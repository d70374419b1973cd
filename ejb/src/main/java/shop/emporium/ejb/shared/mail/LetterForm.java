package shop.emporium.ejb.shared.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill in, such as <code>{{greeting}}</code>. What stands between <code>
 * {{#link}}</code> and <code>{{/link}}</code> is left out where that value is empty.
 *
 * <p>Values are filled in once: what looks like a place in a value stays what it is.
 */
final class LetterForm {

  private static final Pattern MARK = Pattern.compile("\\{\\{([#/]?)([a-z]+)\\}\\}");

  private final String form;

  LetterForm(String form) {
    this.form = form;
  }

  /** A form from the folder of mails in the archive. */
  static LetterForm read(String file) {
    try (InputStream in = LetterForm.class.getResourceAsStream("/shop/emporium/ejb/mail/" + file)) {
      return new LetterForm(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The text with its values.
   *
   * @param values a value for each place, maybe an empty one
   * @param escape makes a value harmless where it stands
   * @throws IllegalArgumentException when a place has no value, which is a mistake in code
   */
  String fill(Map<String, String> values, UnaryOperator<String> escape) {
    return fill(values, escape, Set.of());
  }

  /**
   * The same.
   *
   * @param written places whose values are written in the form's own language already
   */
  String fill(Map<String, String> values, UnaryOperator<String> escape, Set<String> written) {
    StringBuilder text = new StringBuilder(form.length());
    Matcher mark = MARK.matcher(form);
    String leftOut = null;
    int from = 0;
    while (mark.find()) {
      String name = mark.group(2);
      String value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("No value for the place " + name);
      }
      if (leftOut == null) {
        text.append(form, from, mark.start());
      }
      from = mark.group(1).isEmpty() ? mark.end() : afterLine(mark.end());
      if (mark.group(1).isEmpty() && leftOut == null) {
        text.append(written.contains(name) ? value : escape.apply(value));
      } else if (mark.group(1).equals("#") && leftOut == null && value.isEmpty()) {
        leftOut = name;
      } else if (mark.group(1).equals("/") && name.equals(leftOut)) {
        leftOut = null;
      }
    }
    return text.append(form, from, form.length()).toString();
  }

  /** The beginning or end of a part takes no line of its own. */
  private int afterLine(int end) {
    return end < form.length() && form.charAt(end) == '\n' ? end + 1 : end;
  }
}
