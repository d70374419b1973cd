package shop.emporium.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.web.shared.LayoutBacking;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageHead;
import shop.emporium.web.shared.PagePath;

/** The products of one category: {@code /category/kitchen}. */
@Named("category")
@RequestScoped
public class CategoryBacking {

  @Inject private PagePath path;
  @Inject private LayoutBacking layout;
  @Inject private ListingFactory listings;
  @Inject private PageCache cache;
  @Inject private PageHead head;

  private CategoryNode node;
  private Listing listing;

  public void load() {
    Optional<CategoryNode> found = path.name().flatMap(layout::enter);
    if (found.isEmpty()) {
      cache.notFound();
      return;
    }
    node = found.get();
    listing =
        listings.make("/category/" + node.slug(), node.slug(), List.of(node, getNeighbours()));
    StructuredData data = StructuredData.of(head);
    head.add(() -> data.breadcrumbs(layout.getPath(), null));
    head.add(() -> data.items(listing.result()));
    head.show(node.picture() == null ? null : node.picture().file());
  }

  public CategoryNode getNode() {
    return node;
  }

  public Listing getListing() {
    return listing;
  }

  /** Where to go from here: the categories below this one, or all at the top when none is. */
  public List<CategoryNode> getNeighbours() {
    return node.children().isEmpty() ? layout.getCategories() : node.children();
  }
}
