package shop.emporium.domain.catalog;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shop.emporium.domain.shared.Slug;

/**
 * Which slugs a category may have. Its own name gives the first choice; where another place of the
 * tree has taken that, the parent's slug comes before it, and at last a number behind it.
 */
public final class CategorySlugs {

  /** The longest slug of a category. */
  public static final int MAX_LENGTH = 100;

  private static final int LAST_NUMBER = 99;

  private CategorySlugs() {}

  /**
   * The slugs for a category of this name, the best one first. The same place and name give the
   * same ones for ever.
   *
   * @param parentSlug slug of the category above, or null at the top
   * @throws IllegalArgumentException when the name holds no letter or digit
   */
  public static Stream<String> of(String parentSlug, String name) {
    String own = fitting(Slug.of(name));
    String joined = parentSlug == null ? own : fitting(parentSlug + '-' + own);
    return Stream.concat(
            Stream.of(own, joined),
            IntStream.rangeClosed(2, LAST_NUMBER).mapToObj(n -> fitting(joined + '-' + n)))
        .distinct();
  }

  /** Whether a category at this place and of this name may be called so. */
  public static boolean fit(String slug, String parentSlug, String name) {
    List<String> all = of(parentSlug, name).toList();
    return all.contains(slug);
  }

  private static String fitting(String slug) {
    return slug.length() <= MAX_LENGTH
        ? slug
        : Slug.of(slug.substring(0, MAX_LENGTH - 9)) + '-' + Integer.toHexString(slug.hashCode());
  }
}
