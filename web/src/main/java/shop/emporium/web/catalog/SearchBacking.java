package shop.emporium.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.ListingQuery;
import shop.emporium.ejb.catalog.SortOrder;
import shop.emporium.web.shared.LayoutBacking;

/** What is found in the whole shop: {@code /search?q=lamp}. */
@Named("search")
@RequestScoped
public class SearchBacking {

  @Inject private LayoutBacking layout;
  @Inject private ListingFactory listings;

  private Listing listing;

  public void load() {
    listing = listings.make("/search", null, getNeighbours());
  }

  public Listing getListing() {
    return listing;
  }

  /** Key of the text that heads the page. */
  public String getTitleKey() {
    ListingQuery query = listing.query();
    if (query.q() != null) {
      return "search.title.words";
    }
    if (query.onSale()) {
      return "search.title.sale";
    }
    return query.sort() == SortOrder.NEWEST ? "search.title.newest" : "search.title.all";
  }

  public List<CategoryNode> getNeighbours() {
    return layout.getCategories();
  }
}
