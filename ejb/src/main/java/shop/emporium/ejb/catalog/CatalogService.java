package shop.emporium.ejb.catalog;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import shop.emporium.domain.catalog.VariantOption;
import shop.emporium.domain.shared.Slug;

/**
 * Shows what the shop sells. Everything here is public and the same for everybody.
 *
 * <p>A node answers from its memory as far as it can, after one small look at what changed. The
 * most statements that a call needs, that look included: categories 1, list 3, home 4, product 2,
 * related 2, suggest 3; cards that the node has at hand cost none.
 */
@Stateless
// What is committed, whatever its caller is about to change: the memory is read in transactions of
// its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CatalogService {

  /** What a row of cards holds on a wide screen. */
  private static final int SHELF = 4;

  private static final int SUGGESTED_PRODUCTS = 6;
  private static final int SUGGESTED_CATEGORIES = 2;

  @Inject private CatalogueMemory memory;
  @Inject private CatalogueCache cache;
  @Inject private Listings listings;
  @Inject private CardQueries cards;
  @Inject private ProductQueries products;

  /** The question behind {@link #categories}. */
  private record Categories(String language) {}

  /** The answer to it. */
  private record Nodes(List<CategoryNode> top) {}

  /**
   * The categories at the top of the tree, each with those below it.
   *
   * @param locale whose language their names are in, as far as they are translated
   */
  public List<CategoryNode> categories(@NotNull Locale locale) {
    memory.refresh();
    Categories question = new Categories(locale.getLanguage());
    return cache
        .answer(question, Nodes.class)
        .orElseGet(
            () -> {
              long since = cache.changes();
              Nodes made =
                  new Nodes(
                      memory.ask(
                          shelves ->
                              shelves.tree().nodes(question.language(), shelves.categoryCounts())));
              cache.keepAnswer(question, made, since);
              return made;
            })
        .top();
  }

  /** What the home page shows. */
  public HomeView home() {
    memory.refresh();
    ProductPage reduced =
        listings.first(ListingQuery.first(SHELF, SortOrder.RELEVANCE).withOnSale(true));
    return new HomeView(
        listings.first(ListingQuery.first(SHELF, SortOrder.NEWEST)).items(),
        listings.first(ListingQuery.first(SHELF, SortOrder.RELEVANCE)).items(),
        reduced.items(),
        reduced.total());
  }

  /** One page of products, with what to narrow it down by. */
  public ProductPage list(@NotNull @Valid ListingQuery query) {
    return listings.page(query);
  }

  /** A product on sale, or empty when there is none of this slug. */
  public Optional<ProductDetails> product(String slug) {
    if (!Slug.isValid(slug)) {
      return Optional.empty();
    }
    memory.refresh();
    return products.details(slug);
  }

  /** The slug that a product on sale has now, when this is one that it had before. */
  public Optional<String> slugAfter(String formerSlug) {
    return Slug.isValid(formerSlug) ? products.slugAfter(formerSlug) : Optional.empty();
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

  /**
   * Other products for the foot of a product's page: those that the owner has chosen, then what
   * sells best in its category.
   */
  public List<ProductSummary> related(@NotNull ProductDetails product) {
    List<ProductSummary> chosen = cards.cards(product.related().stream().limit(SHELF).toList());
    if (chosen.size() == SHELF) {
      return chosen;
    }
    Set<ProductSummary> shown = new LinkedHashSet<>(chosen);
    bestsellers(product.categorySlug(), SHELF * 2).stream()
        .filter(other -> !other.slug().equals(product.slug()))
        .forEach(shown::add);
    return shown.stream().limit(SHELF).toList();
  }

  /** What sells best in a category. */
  public List<ProductSummary> bestsellers(@NotNull String category, int most) {
    memory.refresh();
    return listings.first(ListingQuery.first(most, SortOrder.RELEVANCE).in(category)).items();
  }

  /**
   * Up to eight suggestions for what has been typed so far: products with words that begin so, and
   * categories.
   *
   * @param locale whose language the names of categories are in
   */
  public Suggestions suggest(@NotNull @Size(max = 100) String typed, @NotNull Locale locale) {
    String start = typed.strip().toLowerCase(locale);
    if (start.length() < Suggestions.SHORTEST) {
      return Suggestions.NONE;
    }
    return new Suggestions(
        listings.suggestions(start, SUGGESTED_PRODUCTS),
        categories(locale).stream()
            .flatMap(CatalogService::withBelow)
            .filter(category -> category.products() > 0)
            .filter(category -> hasWordThatBegins(category.name().toLowerCase(locale), start))
            .limit(SUGGESTED_CATEGORIES)
            .toList());
  }

  private static Stream<CategoryNode> withBelow(CategoryNode node) {
    return Stream.concat(
        Stream.of(node), node.children().stream().flatMap(CatalogService::withBelow));
  }

  private static boolean hasWordThatBegins(String name, String start) {
    return name.startsWith(start) || name.contains(" " + start);
  }
}
