package shop.emporium.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import shop.emporium.domain.cart.Cart;
import shop.emporium.ejb.catalog.CatalogService;
import shop.emporium.ejb.catalog.CategoryNode;
import shop.emporium.ejb.catalog.Picture;
import shop.emporium.ejb.catalog.ProductDetails;
import shop.emporium.ejb.catalog.ProductSummary;
import shop.emporium.ejb.catalog.VariantView;
import shop.emporium.web.review.ProductReviews;
import shop.emporium.web.shared.DeliveryWords;
import shop.emporium.web.shared.LayoutBacking;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PageHead;
import shop.emporium.web.shared.PagePath;

/**
 * One product: {@code /product/red-lamp}, with {@code ?variant=SKU} to begin with one of its
 * variants and {@code ?reviews=2} for more of what buyers say.
 */
@Named("product")
@RequestScoped
public class ProductBacking {

  @Inject private PagePath path;
  @Inject private HttpServletRequest request;
  @Inject private CatalogService catalog;
  @Inject private LayoutBacking layout;
  @Inject private PageCache cache;
  @Inject private PageHead head;
  @Inject private DeliveryWords delivery;
  @Inject private ProductReviews reviews;

  private ProductDetails details;
  private VariantView chosen;
  private CategoryNode category;
  private List<ProductSummary> related;

  public void load() {
    Optional<ProductDetails> found = path.name().flatMap(catalog::product);
    if (found.isEmpty()) {
      path.name()
          .flatMap(catalog::slugAfter)
          .ifPresentOrElse(now -> cache.moved("/product/" + now), cache::notFound);
      return;
    }
    details = found.get();
    Optional<VariantView> named =
        Optional.ofNullable(request.getParameter("variant")).flatMap(details::variant);
    chosen = named.orElseGet(details::preferred);
    category = layout.enter(details.categorySlug()).orElse(null);
    related = catalog.related(details);
    describe();
    cache.share(
        details,
        chosen.sku(),
        related,
        delivery.getPromise(),
        reviews.load(details, named.map(VariantView::sku).orElse(null)));
  }

  private void describe() {
    StructuredData data = StructuredData.of(head);
    head.is("product");
    head.add(() -> data.product(details));
    head.add(() -> data.breadcrumbs(layout.getPath(), details.name()));
    details.pictures().stream().findFirst().map(Picture::file).ifPresent(head::show);
  }

  public ProductDetails getDetails() {
    return details;
  }

  /** The variant that the page begins with. */
  public VariantView getChosen() {
    return chosen;
  }

  public CategoryNode getCategory() {
    return category;
  }

  public List<ProductSummary> getRelated() {
    return related;
  }

  public List<OptionGroup> getOptions() {
    return OptionGroup.of(details, chosen);
  }

  /** All variants as JSON, for the page's script. */
  public String getVariantData() {
    return VariantData.of(details.variants(), Faces.getLocale());
  }

  /**
   * The most pieces that the form lets one ask for; 1 even when nothing is left. Where variants are
   * chosen without a script, any of them may be meant, so that the service alone knows the limit.
   */
  public int getMost() {
    return details.variants().size() > 1
        ? Cart.MAX_QUANTITY
        : Math.max(1, Math.min(chosen.available(), Cart.MAX_QUANTITY));
  }

  public boolean isSoldOut() {
    return details.variants().stream().allMatch(variant -> variant.available() == 0);
  }
}
