package shop.emporium.ejb.catalog.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shop.emporium.domain.shared.Slug;

/**
 * The heads of columns that Shopify's own file does not have, in the order in which files first
 * brought them.
 *
 * <p>A head such as {@code Material (product.metafields.specification.material)} is a line of the
 * data sheet. The first head of a name is the one under which such lines are written again.
 */
final class Metafields {

  private static final Pattern SPECIFICATION =
      Pattern.compile(
          "(.{1,100}) \\(product\\.metafields\\.(?:specification|custom)\\.[^)]+\\)",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> heads;
  private final Map<String, String> headOfName = new HashMap<>();

  Metafields(Collection<String> heads) {
    this.heads = new LinkedHashSet<>(heads);
    this.heads.forEach(
        head -> specification(head).ifPresent(name -> headOfName.putIfAbsent(name, head)));
  }

  /** These heads, and then those of a file that are not among them. */
  Metafields and(List<String> ofFile) {
    List<String> all = new ArrayList<>(heads);
    all.addAll(ofFile);
    return new Metafields(all);
  }

  /** All heads, each once. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  /** The head under which lines of the data sheet with this name are written. */
  String headOf(String name) {
    return headOfName.getOrDefault(
        name,
        name
            + " (product.metafields.specification."
            + Slug.of(name + " x").replace('-', '_').replaceAll("_x$", "")
            + ")");
  }

  /** The name of the data sheet's line, when the head means one. */
  static Optional<String> specification(String head) {
    Matcher matcher = SPECIFICATION.matcher(head);
    return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }
}
