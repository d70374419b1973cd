package shop.emporium.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.shared.StoreSettings;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageLanguage;

/** Makes the list of a page from the parameters of its address, and answers for its status. */
@RequestScoped
class ListingFactory {

  /** Fills rows of two, three and four. */
  private static final int SIZE = 24;

  @Inject private CatalogService catalog;
  @Inject private StoreSettings settings;
  @Inject private PageCache cache;
  @Inject private PageLanguage language;
  @Inject private HttpServletRequest request;

  /**
   * The list that the address asks for: 404 for a page past the last one, 400 beside what could be
   * understood.
   *
   * @param category slug, or null for the whole shop
   * @param beside what else the page shows, for its version
   */
  Listing make(String path, String category, Object beside) {
    ListingParameters parameters =
        ListingParameters.parse(request.getParameterMap(), category, settings.currency(), SIZE);
    Listing listing =
        new Listing(
            language.getBase(),
            path,
            parameters.query(),
            parameters.violations(),
            catalog.list(parameters.query()));
    if (listing.beyondEnd()) {
      cache.notFound();
    } else if (parameters.isValid()) {
      cache.share(listing.result(), beside);
    } else {
      cache.refuse();
    }
    return listing;
  }
}
