package shop.emporium.web.shared;

import java.util.List;
import shop.emporium.ejb.catalog.CategoryNode;

/**
 * What a page's header and footer show of a category: not how much is in it, which changes often.
 */
public record CategoryName(String slug, String name, List<CategoryName> children) {

  static List<CategoryName> of(List<CategoryNode> nodes) {
    return nodes.stream()
        .map(node -> new CategoryName(node.slug(), node.name(), of(node.children())))
        .toList();
  }
}
