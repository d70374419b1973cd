package shop.emporium.domain.chat;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a file that somebody sent, made to fit. */
public final class FileName {

  /** The most characters of one. */
  public static final int MAX = 100;

  /** What ends a line, turns directions around, or means something to a disk or a shell. */
  private static final Pattern UNWANTED =
      Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*;%`$\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private FileName() {}

  /**
   * The name as it is kept and given to whoever stores the file: the last part of a path, of at
   * most {@link #MAX} characters, that ends as names of its kind do: {@code bill.exe} of a picture
   * is {@code bill.exe.jpg}.
   *
   * @param typed as the sender calls it; may be null
   */
  public static String of(String typed, FileKind kind) {
    String text = typed == null ? "" : typed;
    String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    String clean = BLANKS.matcher(UNWANTED.matcher(last).replaceAll(" ")).replaceAll(" ").strip();
    while (clean.startsWith(".")) {
      clean = clean.substring(1).strip();
    }
    int dot = clean.lastIndexOf('.');
    boolean isRight = dot > 0 && kind.mayEndWith(clean.substring(dot + 1).toLowerCase(Locale.ROOT));
    String ending = isRight ? clean.substring(dot) : "." + kind.ending();
    String stem = (isRight ? clean.substring(0, dot) : clean).strip();
    return cut(stem.isEmpty() ? "file" : stem, MAX - ending.length()) + ending;
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end).strip();
  }
}
