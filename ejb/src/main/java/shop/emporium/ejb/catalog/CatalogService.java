package shop.emporium.ejb.catalog;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.domain.shared.Slug;

/**
 * Shows what the shop sells. Everything here is public and the same for everybody.
 *
 * <p>The number of SQL statements of each call is fixed: categories 1, home 2, list 2, product 1,
 * related 1.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CatalogService {

  private static final int SHELF = 4;

  @Inject private CategoryQueries categories;
  @Inject private ListingQueries listings;
  @Inject private ProductQueries products;

  /** The categories at the top of the tree, each with those below it. */
  public List<CategoryNode> categories() {
    return categories.tree();
  }

  /** What the home page shows. */
  public HomeView home() {
    ProductPage fresh = listings.items(ListingQuery.first(SHELF, SortOrder.NEWEST));
    ProductPage reduced = listings.items(ListingQuery.first(SHELF, SortOrder.NEWEST).reduced());
    return new HomeView(fresh.items(), fresh.total(), reduced.items(), reduced.total());
  }

  /** One page of products, with the brands to narrow it down by. */
  public ProductPage list(@NotNull @Valid ListingQuery query) {
    return listings.page(query);
  }

  /** A product on sale, or empty when there is none of this slug. */
  public Optional<ProductDetails> product(String slug) {
    return Slug.isValid(slug) ? products.details(slug) : Optional.empty();
  }

  /**
   * The SKU of the variant of a product on sale that has exactly these option values, in the
   * product's order.
   */
  public Optional<String> skuOf(String slug, List<String> values) {
    return product(slug)
        .flatMap(
            product ->
                product.variants().stream()
                    .filter(
                        variant ->
                            variant.options().stream()
                                .map(VariantOption::value)
                                .toList()
                                .equals(values))
                    .map(VariantView::sku)
                    .findFirst());
  }

  /** The name of the product on sale to which a variant belongs. */
  public Optional<String> nameOf(@NotNull String sku) {
    return products.nameOf(sku);
  }

  /** Other products of a category, for the foot of a product's page. */
  public List<ProductSummary> related(String slug, String category) {
    return listings
        .items(ListingQuery.first(SHELF + 1, SortOrder.NEWEST).in(category))
        .items()
        .stream()
        .filter(product -> !product.slug().equals(slug))
        .limit(SHELF)
        .toList();
  }

  /** Up to eight products whose name, brand or words begin with what has been typed so far. */
  public List<ProductSummary> suggest(@NotNull String typed) {
    return listings.beginning(typed);
  }
}
