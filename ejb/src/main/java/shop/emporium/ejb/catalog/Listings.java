package shop.emporium.ejb.catalog;

import com.carrotsearch.hppc.IntFloatHashMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import shop.emporium.ejb.shared.StoreSettings;

/**
 * Makes lists of products: which and in what order from this node's memory, the words from
 * PostgreSQL's search, what cards show from the database. Three statements at most.
 */
@ApplicationScoped
class Listings {

  @Inject private CatalogueMemory memory;
  @Inject private CatalogueCache cache;
  @Inject private TextSearch search;
  @Inject private CardQueries cards;
  @Inject private StoreSettings settings;

  /** The ids of a page in order, and what the scan counted. */
  private record Scanned(List<Long> ids, int total, Facets facets) {}

  /** The question behind {@link #first}; a type of its own, since a page is another answer. */
  private record First(ListingQuery query) {}

  /** One page of a list with its facets. */
  ProductPage page(ListingQuery query) {
    memory.refresh();
    return cache.answer(query, ProductPage.class).orElseGet(() -> make(query));
  }

  private ProductPage make(ListingQuery query) {
    long since = cache.changes();
    TextSearch.Found found = query.q() == null ? null : search.search(query.q());
    Scanned scanned = memory.ask(shelves -> scan(shelves, query, found));
    ProductPage page =
        new ProductPage(
            cards.cards(scanned.ids()),
            query.page(),
            query.size(),
            scanned.total(),
            scanned.facets(),
            found == null ? null : found.meant(),
            found != null && found.partly());
    cache.keepAnswer(query, page, since);
    return page;
  }

  /**
   * The first products of a list without words: no facets, for shelves at the side. Whoever asks
   * has refreshed the memory.
   */
  ProductPage first(ListingQuery query) {
    First question = new First(query);
    return cache
        .answer(question, ProductPage.class)
        .orElseGet(
            () -> {
              long since = cache.changes();
              Scanned scanned = memory.ask(shelves -> scan(shelves, query, null));
              ProductPage page =
                  new ProductPage(
                      cards.cards(scanned.ids()),
                      query.page(),
                      query.size(),
                      scanned.total(),
                      Facets.NONE,
                      null,
                      false);
              cache.keepAnswer(question, page, since);
              return page;
            });
  }

  /** The best of what begins with the typed words. */
  List<ProductSummary> suggestions(String typed, int most) {
    memory.refresh();
    TextSearch.Found found = search.suggest(typed);
    ListingQuery best = ListingQuery.first(most, SortOrder.RELEVANCE);
    return cards.cards(memory.ask(shelves -> scan(shelves, best, found)).ids());
  }

  private Scanned scan(Shelves shelves, ListingQuery query, TextSearch.Found found) {
    ListingColumns columns = shelves.columns();
    int[] candidates = found == null ? null : new int[found.size()];
    IntFloatHashMap ranks = found == null ? null : ranks(columns, found, candidates);
    ListingScan scan =
        new ListingScan(
            columns,
            shelves.conditions(query),
            ListingOrder.of(columns, query.sort(), ranks),
            query.offset() + query.size(),
            shelves.sizes());
    if (found == null) {
      scan.all();
    } else {
      scan.of(Arrays.copyOf(candidates, ranks.size()));
    }
    List<Long> ids =
        Arrays.stream(scan.page(query.offset())).mapToObj(ordinal -> columns.id[ordinal]).toList();
    Facets facets = new FacetCounts(shelves, query, settings.currency()).of(scan);
    return new Scanned(ids, scan.total(), facets);
  }

  /**
   * Notes how well each product meets the words, and which those are; unknown ones are left out.
   */
  private static IntFloatHashMap ranks(
      ListingColumns columns, TextSearch.Found found, int[] candidates) {
    IntFloatHashMap ranks = new IntFloatHashMap(found.size());
    for (int i = 0; i < found.size(); i++) {
      int ordinal = columns.ordinalOf(found.ids()[i]);
      if (ordinal >= 0 && !ranks.containsKey(ordinal)) {
        candidates[ranks.size()] = ordinal;
        ranks.put(ordinal, found.ranks()[i]);
      }
    }
    return ranks;
  }
}
