package shop.emporium.domain.review;

import java.util.Locale;
import java.util.regex.Pattern;

/** The bounds of what a buyer can say, and what he is called. */
public final class Review {

  /** The most characters of a title. */
  public static final int MAX_TITLE = 100;

  /** The most characters of a text. */
  public static final int MAX_TEXT = 2_000;

  /** The most characters of the name that is shown. */
  public static final int MAX_NAME = 60;

  /** The most stars. */
  public static final int MAX_STARS = 5;

  /**
   * Text of several lines, as a regular expression for the whole of it: as one line is, but with
   * line breaks.
   */
  public static final String TEXT_FORM =
      "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]*+(?:\\n[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]*+)*+";

  private static final Pattern BREAK = Pattern.compile("\\r\\n?");
  private static final Pattern MANY_BREAKS = Pattern.compile("\\n\\s*\\n\\s*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Review() {}

  /**
   * A text as it is kept: one kind of line break, tabulators as blanks, no more than one empty line
   * in a row.
   */
  public static String tidy(String text) {
    String lines = BREAK.matcher(text).replaceAll("\n").replace('\t', ' ');
    return MANY_BREAKS.matcher(lines.strip()).replaceAll("\n\n");
  }

  /**
   * What somebody may be called in public, who said nothing of it: the first name, and of the last
   * one a letter, such as {@code Ada L.}
   */
  public static String publicName(String name) {
    String[] words = BLANKS.split(name.strip(), -1);
    String first = words[0].length() > MAX_NAME - 4 ? "" : words[0];
    if (words.length == 1 || first.isEmpty()) {
      return first;
    }
    String last = words[words.length - 1];
    String letter = last.substring(0, last.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    return first + " " + letter + ".";
  }
}
