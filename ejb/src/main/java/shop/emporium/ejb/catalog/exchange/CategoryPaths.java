package shop.emporium.ejb.catalog.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import shop.emporium.domain.catalog.CategorySlugs;
import shop.emporium.domain.shared.Slug;

/**
 * The tree of categories during an import: finds the end of a path, and grows what is missing.
 *
 * <p>A step is found below its parent by the slug of its name, whatever slug it had to take because
 * another place of the tree had that one.
 */
final class CategoryPaths {

  private static final long TOP = 0;
  private static final String ALL =
      "SELECT id, coalesce(parent_id, 0), slug, name FROM category ORDER BY id";
  private static final String ADD =
      "INSERT INTO category (id, parent_id, slug, name, position)"
          + " VALUES (?, nullif(?, 0), ?, ?, 2147483647)";

  /** A category; parent 0 is the top. */
  private record Shelf(long id, long parent, String slug, String name) {}

  private final Map<Long, Shelf> byId = new HashMap<>();
  private final Set<String> slugs = new HashSet<>();
  private final Map<Long, Map<String, Shelf>> below = new HashMap<>();
  private final IdBlocks ids;
  private final boolean isDry;
  private int made;

  /**
   * An empty tree.
   *
   * @param isDry whether nothing may be written: what is missing then grows here only
   */
  CategoryPaths(IdBlocks ids, boolean isDry) {
    this.ids = ids;
    this.isDry = isDry;
  }

  /** Reads the tree anew, as after a transaction that was undone. */
  void load(Connection connection) throws SQLException {
    byId.clear();
    slugs.clear();
    below.clear();
    try (PreparedStatement statement = connection.prepareStatement(ALL);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        add(new Shelf(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getString(4)));
      }
    }
  }

  /** The category at the end of this path, made with all above it where it is missing. */
  long resolve(Connection connection, List<String> path) throws SQLException {
    long parent = TOP;
    for (String step : path) {
      Shelf known = below.getOrDefault(parent, Map.of()).get(Slug.of(step));
      parent = known == null ? grow(connection, parent, step).id() : known.id();
    }
    return parent;
  }

  /** The names from the top of the tree down to this category. */
  List<String> names(long id) {
    ArrayDeque<String> names = new ArrayDeque<>();
    for (Shelf shelf = byId.get(id); shelf != null; shelf = byId.get(shelf.parent())) {
      names.addFirst(shelf.name());
    }
    return new ArrayList<>(names);
  }

  /** How many categories grew since this was asked last. */
  int takeMade() {
    int count = made;
    made = 0;
    return count;
  }

  private Shelf grow(Connection connection, long parent, String name) throws SQLException {
    String parentSlug = parent == TOP ? null : byId.get(parent).slug();
    String slug =
        CategorySlugs.of(parentSlug, name)
            .filter(candidate -> !slugs.contains(candidate))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("too many categories are called " + name));
    long id = isDry ? -1L - byId.size() : ids.take(connection, 1).get(0);
    if (!isDry) {
      try (PreparedStatement statement = connection.prepareStatement(ADD)) {
        statement.setLong(1, id);
        statement.setLong(2, parent);
        statement.setString(3, slug);
        statement.setString(4, name);
        statement.executeUpdate();
      }
    }
    made++;
    return add(new Shelf(id, parent, slug, name));
  }

  private Shelf add(Shelf shelf) {
    byId.put(shelf.id(), shelf);
    slugs.add(shelf.slug());
    Map<String, Shelf> siblings = below.computeIfAbsent(shelf.parent(), parent -> new HashMap<>());
    siblings.putIfAbsent(Slug.of(shelf.name()), shelf);
    siblings.putIfAbsent(shelf.slug(), shelf);
    return shelf;
  }
}
