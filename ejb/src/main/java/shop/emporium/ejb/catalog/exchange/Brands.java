package shop.emporium.ejb.catalog.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import shop.emporium.domain.shared.Slug;

/** Finds the brands of a batch by the slugs of their names, and makes those that are missing. */
final class Brands {

  private static final String FIND = "SELECT slug, id, name FROM brand WHERE slug = ANY (?)";
  private static final String ADD =
      "INSERT INTO brand (id, slug, name)"
          + " SELECT * FROM unnest(CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]))"
          + " ON CONFLICT (slug) DO NOTHING";

  /**
   * A brand of the shop.
   *
   * @param id 0 for one that a dry run would make
   */
  record Known(long id, String name) {}

  private final IdBlocks ids;
  private final boolean isDry;
  private final Set<String> announced = new HashSet<>();
  private int made;

  Brands(IdBlocks ids, boolean isDry) {
    this.ids = ids;
    this.isDry = isDry;
  }

  /** The brands of these products, by the slug of their names. */
  Map<String, Known> resolve(Connection connection, Collection<FileProduct> products)
      throws SQLException {
    // Sorted, so that two imports at a time wait for each other in the same order.
    Map<String, String> names = new TreeMap<>();
    products.forEach(product -> names.putIfAbsent(Slug.of(product.brand()), product.brand()));
    Map<String, Known> known = find(connection, names.keySet());
    Map<String, String> missing = new TreeMap<>(names);
    missing.keySet().removeAll(known.keySet());
    if (missing.isEmpty()) {
      return known;
    }
    if (isDry) {
      missing.forEach((slug, name) -> known.put(slug, new Known(0, name)));
      made += (int) missing.keySet().stream().filter(announced::add).count();
      return known;
    }
    made += add(connection, missing);
    return find(connection, names.keySet());
  }

  /** How many brands were made since this was asked last. */
  int takeMade() {
    int count = made;
    made = 0;
    return count;
  }

  private int add(Connection connection, Map<String, String> missing) throws SQLException {
    List<Long> fresh = ids.take(connection, missing.size());
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      statement.setArray(1, connection.createArrayOf("bigint", fresh.toArray()));
      statement.setArray(2, connection.createArrayOf("text", missing.keySet().toArray()));
      statement.setArray(3, connection.createArrayOf("text", missing.values().toArray()));
      return statement.executeUpdate();
    }
  }

  private static Map<String, Known> find(Connection connection, Collection<String> slugs)
      throws SQLException {
    Map<String, Known> known = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, connection.createArrayOf("text", slugs.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          known.put(rows.getString(1), new Known(rows.getLong(2), rows.getString(3)));
        }
      }
    }
    return known;
  }
}
