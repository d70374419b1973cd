package shop.emporium.domain.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The readable part of an address: lower-case letters, digits and single hyphens. */
public final class Slug {

  /** The longest slug that an address may hold. */
  public static final int MAX_LENGTH = 200;

  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private Slug() {}

  /** Whether this text can be a slug at all; what cannot needs no look into the database. */
  public static boolean isValid(String text) {
    return text != null && text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
  }

  /**
   * Makes a slug of a name: {@code "Café & Bar"} becomes {@code "cafe-bar"}. The same name gives
   * the same slug for ever.
   *
   * @throws IllegalArgumentException when the name holds no letter or digit that an address can
   *     show
   */
  public static String of(String name) {
    String spelled = name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("æ", "ae");
    String plain =
        MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFKD)).replaceAll("");
    String slug = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    if (slug.length() > MAX_LENGTH) {
      slug = slug.substring(0, MAX_LENGTH);
    }
    slug = slug.replaceAll("^-|-$", "");
    if (slug.isEmpty()) {
      throw new IllegalArgumentException("No slug can be made of the name: " + name);
    }
    return slug;
  }
}
