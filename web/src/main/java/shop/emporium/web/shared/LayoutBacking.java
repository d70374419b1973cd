package shop.emporium.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.CategoryNode;

/** What stands around every page of the shop: the categories, read once a request at most. */
@Named("layout")
@RequestScoped
public class LayoutBacking {

  @Inject private CatalogService catalog;
  @Inject private PageLanguage language;
  @Inject private CategoryNames names;

  private List<CategoryNode> all;
  private List<CategoryNode> categories;
  private List<CategoryNode> path = List.of();

  /** The categories at the top of the tree in which there is something to buy. */
  public List<CategoryNode> getCategories() {
    if (categories == null) {
      categories = all().stream().filter(category -> category.products() > 0).toList();
    }
    return categories;
  }

  private List<CategoryNode> all() {
    if (all == null) {
      all = catalog.categories(Faces.getLocale());
    }
    return all;
  }

  /**
   * Sets which category the page is about, or a product of it.
   *
   * @return the category, or empty when there is none of this slug
   */
  public Optional<CategoryNode> enter(String slug) {
    path = pathTo(slug, all());
    return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
  }

  /** From the top of the tree down to the category of this page; empty where there is none. */
  public List<CategoryNode> getPath() {
    return path;
  }

  /**
   * What stands around the pages of a category, and all that this depends on.
   *
   * @param base what links begin with
   * @param language of the page
   * @param catalogueLanguage of names, or null when it is that of the page
   * @param categories at the top of the tree
   * @param path slugs from there down to the category of the page
   */
  public record Frame(
      String base,
      String language,
      String catalogueLanguage,
      List<CategoryName> categories,
      List<String> path) {}

  /** What stands around this page. */
  public Frame getFrame() {
    return new Frame(
        language.getBase(),
        language.getCode(),
        language.getCatalogue(),
        names.of(language.getCode(), getCategories()),
        path.stream().map(CategoryNode::slug).toList());
  }

  private static List<CategoryNode> pathTo(String slug, List<CategoryNode> nodes) {
    for (CategoryNode node : nodes) {
      if (node.slug().equals(slug)) {
        return List.of(node);
      }
      List<CategoryNode> below = pathTo(slug, node.children());
      if (!below.isEmpty()) {
        List<CategoryNode> path = new ArrayList<>(List.of(node));
        path.addAll(below);
        return path;
      }
    }
    return List.of();
  }
}
