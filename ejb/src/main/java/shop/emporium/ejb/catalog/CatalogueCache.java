package shop.emporium.ejb.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import shop.emporium.ejb.shared.LiveSetting;

/**
 * Ready answers of this node, bounded in number, each valid until something changes that it was
 * made of.
 *
 * <p>Cards and products go when their product changes. Lists and searches go when anything does:
 * each carries the count of changes of when its making began, and is of no use after the next.
 * Nothing made while a change came in is kept, so that no answer outlives what it was made of. The
 * setting {@code store.node.cache=off} leaves everything to the database and the columns, for
 * measuring.
 */
@ApplicationScoped
class CatalogueCache {

  /** Found in a search: ids and ranks, worth most of the time that a search takes. */
  private static final int MAX_FOUND_IN_ALL = 2_000_000;

  private final Cache<Long, ProductSummary> cards =
      Caffeine.newBuilder().maximumSize(20_000).build();
  private final Cache<String, Stored<ProductDetails>> products =
      Caffeine.newBuilder().maximumSize(5_000).build();
  private final Cache<Object, Dated<Object>> answers =
      Caffeine.newBuilder().maximumSize(2_000).build();
  private final Cache<String, Dated<TextSearch.Found>> searches =
      Caffeine.newBuilder()
          .maximumWeight(MAX_FOUND_IN_ALL)
          .weigher((String words, Dated<TextSearch.Found> found) -> 10 + found.value().size())
          .build();
  private final LiveSetting setting = new LiveSetting("store.node.cache");
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong wordChanges = new AtomicLong();

  private record Dated<T>(long change, T value) {}

  private record Stored<T>(long id, T value) {}

  /** How many changes this node has seen: what is kept must have been made since the last. */
  long changes() {
    return changes.get();
  }

  long wordChanges() {
    return wordChanges.get();
  }

  Map<Long, ProductSummary> cards(List<Long> ids) {
    return isOn() ? cards.getAllPresent(ids) : Map.of();
  }

  void keepCards(Map<Long, ProductSummary> made, long since) {
    keep(since, () -> cards.putAll(made));
  }

  Optional<ProductDetails> product(String slug) {
    return isOn()
        ? Optional.ofNullable(products.getIfPresent(slug)).map(Stored::value)
        : Optional.empty();
  }

  void keepProduct(long id, ProductDetails made, long since) {
    keep(since, () -> products.put(made.slug(), new Stored<>(id, made)));
  }

  /** The answer to a question that equals this one, if nothing has changed since. */
  <T> Optional<T> answer(Object question, Class<T> type) {
    Dated<Object> known = isOn() ? answers.getIfPresent(question) : null;
    return known == null || known.change() != changes.get()
        ? Optional.empty()
        : Optional.of(type.cast(known.value()));
  }

  void keepAnswer(Object question, Object made, long since) {
    keep(since, () -> answers.put(question, new Dated<>(since, made)));
  }

  Optional<TextSearch.Found> search(String words) {
    Dated<TextSearch.Found> known = isOn() ? searches.getIfPresent(words) : null;
    return known == null || known.change() != wordChanges.get()
        ? Optional.empty()
        : Optional.of(known.value());
  }

  void keepSearch(String words, TextSearch.Found found, long since) {
    if (isOn() && wordChanges.get() == since) {
      searches.put(words, new Dated<>(since, found));
    }
  }

  private synchronized void keep(long since, Runnable keeping) {
    if (isOn() && changes.get() == since) {
      keeping.run();
    }
  }

  /** Forgets what was made of these. */
  synchronized void forget(ChangeLog.Changes done) {
    changes.incrementAndGet();
    if (done.words()) {
      wordChanges.incrementAndGet();
    }
    cards.invalidateAll(done.products());
    products.asMap().values().removeIf(stored -> done.products().contains(stored.id()));
    if (done.categories()) {
      products.invalidateAll();
    }
  }

  synchronized void forgetAll() {
    changes.incrementAndGet();
    wordChanges.incrementAndGet();
    cards.invalidateAll();
    products.invalidateAll();
    answers.invalidateAll();
    searches.invalidateAll();
  }

  private boolean isOn() {
    return !setting.or("on").equalsIgnoreCase("off");
  }
}
