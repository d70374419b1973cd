package shop.emporium.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import shop.emporium.ejb.catalog.CategoryNode;

/**
 * The names of the categories as headers and footers show them: one list a language, which stays
 * the same object while the names stay the same, however often products come and go.
 */
@ApplicationScoped
public class CategoryNames {

  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(List<CategoryNode> nodes, List<CategoryName> names) {}

  /** The names of these categories, in one of the shop's languages. */
  List<CategoryName> of(String language, List<CategoryNode> nodes) {
    Known last = known.get(language);
    if (last != null && last.nodes().equals(nodes)) {
      return last.names();
    }
    List<CategoryName> names = CategoryName.of(nodes);
    if (last != null && last.names().equals(names)) {
      names = last.names();
    }
    known.put(language, new Known(nodes, names));
    return names;
  }
}
