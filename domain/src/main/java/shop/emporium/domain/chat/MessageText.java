package shop.emporium.domain.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody typed: any text of any script and any number of lines, of which nothing is taken
 * but what cannot be stored or turns around the direction of what stands beside it. Nothing in it
 * is markup; who shows it escapes it.
 */
public final class MessageText {

  /** The most characters of a message, in UTF-16 units. */
  public static final int MAX = 2_000;

  private static final Pattern UNWANTED =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}|[\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n{4,}");

  private MessageText() {}

  /**
   * The text as it is kept; empty when nothing is left of it. It may be longer than {@link #MAX}:
   * who asks looks at that first, so that it can be said.
   */
  public static Optional<String> clean(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    String lines = LINE_ENDS.matcher(typed).replaceAll("\n");
    String kept = UNWANTED.matcher(lines).replaceAll("");
    String calm = BLANK_LINES.matcher(kept).replaceAll("\n\n\n").strip();
    return Optional.of(calm).filter(text -> !text.isEmpty());
  }

  /** The beginning of a text in one line of at most so many characters, for lists. */
  public static String head(String text, int most) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= most) {
      return line;
    }
    int end = most - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end) + "…";
  }
}
