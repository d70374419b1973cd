package shop.emporium.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.HomeView;
import shop.emporium.ejb.catalog.Picture;
import shop.emporium.ejb.catalog.ProductSummary;
import shop.emporium.web.shared.LayoutBacking;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageHead;

/** The home page. Its first picture belongs to the category that the owner has put first. */
@Named("home")
@RequestScoped
public class HomeBacking {

  @Inject private CatalogService catalog;
  @Inject private LayoutBacking layout;
  @Inject private PageCache cache;
  @Inject private PageHead head;

  private HomeView view;
  private CategoryNode season;
  private List<Picture> art = List.of();

  public void load() {
    view = catalog.home();
    if (!layout.getCategories().isEmpty()) {
      season = layout.getCategories().get(0);
      art =
          catalog.bestsellers(season.slug(), 4).stream()
              .map(ProductSummary::picture)
              .filter(picture -> picture != null)
              .toList();
    }
    StructuredData data = StructuredData.of(head);
    head.add(data::organization);
    head.add(data::website);
    art.stream().findFirst().map(Picture::file).ifPresent(head::show);
    cache.share(view, art, layout.getCategories());
  }

  public HomeView getView() {
    return view;
  }

  /** The category that the page opens with, or null in an empty shop. */
  public CategoryNode getSeason() {
    return season;
  }

  /** Pictures of up to four of its products. */
  public List<Picture> getArt() {
    return art;
  }
}
