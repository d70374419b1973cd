package shop.emporium.ejb.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/**
 * Pages of reviews that this node has read, bounded in number. Each is kept under the revision of
 * the product's reviews that its reader knew, which never comes back: what is kept cannot be older
 * than that, and need not be told of changes.
 */
@ApplicationScoped
class ReviewMemory {

  private final Cache<Key, List<ReviewView>> pages =
      Caffeine.newBuilder().maximumSize(1_000).build();

  private record Key(String slug, long revision, ReviewQuery query) {}

  List<ReviewView> page(
      String slug, long revision, ReviewQuery query, Supplier<List<ReviewView>> read) {
    Key key = new Key(slug, revision, query);
    List<ReviewView> known = pages.getIfPresent(key);
    if (known == null) {
      known = read.get();
      pages.put(key, known);
    }
    return known;
  }
}
