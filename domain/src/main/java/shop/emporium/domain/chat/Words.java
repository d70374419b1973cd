package shop.emporium.domain.chat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as single words, written alike however they were typed. */
final class Words {

  /** What somebody asks is in the first words of it. */
  static final int MOST = 100;

  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern UMLAUTS = Pattern.compile("([aou])e");

  private Words() {}

  /** The words of a text as they were typed, at most {@link #MOST}. */
  static List<String> typed(String text) {
    return Arrays.stream(GAPS.split(APOSTROPHES.matcher(text).replaceAll("")))
        .filter(word -> !word.isEmpty())
        .limit(MOST)
        .toList();
  }

  /**
   * A word without case and accents; an umlaut may be written as such, with an e, or without.
   * "does" loses its e as well, here as in the lists of words.
   */
  static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace("ß", "ss");
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    return UMLAUTS.matcher(bare).replaceAll("$1");
  }

  /** The words of a text, written alike. */
  static List<String> of(String text) {
    return typed(text).stream().map(Words::plain).toList();
  }
}
