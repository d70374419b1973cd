package shop.emporium.ejb.shared.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail to be written.
 *
 * <p>What people typed is made harmless here: control characters and those that turn the direction
 * of a text become blanks, so that no value reaches into a header or beyond its line, and what is
 * too long is cut.
 *
 * @param to one address, see {@link #isAddress}
 * @param template which mail it is, such as {@code reset-password}: the first part of its keys in
 *     the bundle {@code shop.emporium.ejb.mail.messages}
 * @param locale whose language it is in; English where the shop does not speak it
 * @param values what is filled in, each one optional: {@code name} of the person and {@code shop},
 *     its own name, and {@code article}, that of a product, each cut at 80 characters; {@code
 *     answer}, what somebody who works here has written, of several lines, cut at 2,000; {@code
 *     link} behind the button, without which there is none, and {@code stop}, by which no more such
 *     mails come, http or https addresses of at most 2,000 characters
 */
public record MailDraft(String to, String template, Locale locale, Map<String, String> values) {

  private static final int MAX_ADDRESS = 254;
  private static final int MAX_NAME = 80;
  private static final int MAX_ANSWER = 2_000;
  private static final int MAX_LINK = 2_000;
  private static final Set<String> LINKS = Set.of("link", "stop");

  /** No blank, no invisible character, none that means something in a header. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\p{Z}\\p{C}<>()\\[\\],;:\\\\\"@]+@[^\\p{Z}\\p{C}<>()\\[\\],;:\\\\\"@]+");

  /** Control characters, halves of characters, ends of lines, and changes of direction. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

  /**
   * Cleans the values.
   *
   * @throws IllegalArgumentException when the address is none, or a link is no address of the web:
   *     mistakes of the caller, who has looked at both before
   */
  public MailDraft {
    if (!isAddress(to)) {
      throw new IllegalArgumentException("This is no address to write to");
    }
    values =
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> clean(entry.getKey(), entry.getValue())));
  }

  /**
   * Whether a mail can be addressed so: something, an @, something; at most 254 characters, none of
   * them a blank, invisible, or a bracket, quotation mark, comma, colon or semicolon. Letters of
   * any script may be in it.
   */
  public static boolean isAddress(String text) {
    return text != null && text.length() <= MAX_ADDRESS && ADDRESS.matcher(text).matches();
  }

  private static String clean(String name, String value) {
    if (LINKS.contains(name)) {
      return requireLink(value);
    }
    if (name.equals("answer")) {
      return cut(
          value.lines().map(MailDraft::printable).collect(Collectors.joining("\n")), MAX_ANSWER);
    }
    return name.equals("rows") ? value : line(value, MAX_NAME);
  }

  /** A text in one line of so many characters at most. */
  static String line(String text, int most) {
    return cut(printable(text), most);
  }

  private static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
  }

  private static String cut(String printable, int most) {
    return printable.codePointCount(0, printable.length()) <= most
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, most - 1)) + '…';
  }

  private static String requireLink(String value) {
    try {
      URI address = new URI(value);
      boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (isWeb && address.getRawAuthority() != null && value.length() <= MAX_LINK) {
        return value;
      }
    } catch (URISyntaxException noAddress) {
      // Said below, without the value: a link may open a door, and messages are logged.
    }
    throw new IllegalArgumentException("The link of a mail is no address of the web");
  }

  /** Without the values, which may open doors. */
  @Override
  public String toString() {
    return "MailDraft[" + template + "]";
  }
}
