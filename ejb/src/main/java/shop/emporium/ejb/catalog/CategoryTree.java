package shop.emporium.ejb.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The tree of categories as the database has it, in every language. Never changes. */
final class CategoryTree {

  /**
   * A category as it is stored.
   *
   * @param parent id, or null at the top
   * @param names by language, English always among them
   */
  record Entry(
      long id,
      Long parent,
      String slug,
      Map<String, String> names,
      Map<String, String> descriptions,
      String tint,
      Picture picture) {

    String name(String language) {
      return names.getOrDefault(language, names.get(CategoryQueries.OWN_LANGUAGE));
    }

    String description(String language) {
      return descriptions.getOrDefault(language, descriptions.get(CategoryQueries.OWN_LANGUAGE));
    }
  }

  static final CategoryTree EMPTY = new CategoryTree(List.of());

  private final Map<Long, Entry> byId = new LinkedHashMap<>();
  private final Map<String, Entry> bySlug = new HashMap<>();
  private final Map<Long, List<Entry>> children = new HashMap<>();

  /** A tree of entries in the order in which siblings are shown. */
  CategoryTree(List<Entry> entries) {
    for (Entry entry : entries) {
      byId.put(entry.id(), entry);
      bySlug.put(entry.slug(), entry);
      children.computeIfAbsent(entry.parent(), parent -> new ArrayList<>()).add(entry);
    }
  }

  Set<Long> ids() {
    return byId.keySet();
  }

  /** The ids of a category and of all below it; none for an unknown slug. */
  Stream<Long> branch(String slug) {
    Entry entry = bySlug.get(slug);
    return entry == null ? Stream.empty() : branch(entry);
  }

  private Stream<Long> branch(Entry entry) {
    return Stream.concat(Stream.of(entry.id()), below(entry.id()).stream().flatMap(this::branch));
  }

  private List<Entry> below(Long id) {
    return children.getOrDefault(id, List.of());
  }

  /** Adds up what categories have with what those below them have, by slug; zeros are left out. */
  Map<String, Integer> rollUp(ToIntFunction<Long> own) {
    Map<String, Integer> sums = new HashMap<>();
    below(null).forEach(top -> addUp(top, own, sums));
    return sums;
  }

  private int addUp(Entry entry, ToIntFunction<Long> own, Map<String, Integer> sums) {
    int sum = own.applyAsInt(entry.id());
    for (Entry child : below(entry.id())) {
      sum += addUp(child, own, sums);
    }
    if (sum > 0) {
      sums.put(entry.slug(), sum);
    }
    return sum;
  }

  /** The tree for people: names of one language, and how many products there are. */
  List<CategoryNode> nodes(String language, Map<String, Integer> counts) {
    return nodes(below(null), language, counts);
  }

  private List<CategoryNode> nodes(
      List<Entry> entries, String language, Map<String, Integer> counts) {
    return entries.stream()
        .map(
            entry ->
                new CategoryNode(
                    entry.slug(),
                    entry.name(language),
                    entry.description(language),
                    entry.tint(),
                    entry.picture(),
                    counts.getOrDefault(entry.slug(), 0),
                    nodes(below(entry.id()), language, counts)))
        .toList();
  }
}
