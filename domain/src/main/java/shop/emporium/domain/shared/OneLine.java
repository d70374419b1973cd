package shop.emporium.domain.shared;

import java.util.regex.Pattern;

/**
 * What people type into a field of one line, such as a name: any text of any script, but nothing
 * that ends a line, cannot be stored, or turns around the direction of what stands beside it.
 */
public final class OneLine {

  /** The form, as a regular expression for the whole text. */
  public static final String FORM =
      "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]*+";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private OneLine() {}

  /** Whether a text can stand in one line. */
  public static boolean isValid(String text) {
    return text != null && PATTERN.matcher(text).matches();
  }
}
