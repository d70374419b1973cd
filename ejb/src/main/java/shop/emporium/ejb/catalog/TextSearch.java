package shop.emporium.ejb.catalog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import shop.emporium.ejb.shared.DatabaseAwayException;

/** Asks PostgreSQL which products meet some words. Its functions know how: see the migrations. */
@ApplicationScoped
class TextSearch {

  private static final int FETCH = 10_000;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  @Inject private CatalogueCache cache;

  /**
   * What a search found, in no order.
   *
   * @param ids products
   * @param ranks how well each meets the words, larger is better
   * @param meant the words that were searched for instead, or null
   * @param partly whether no product has all words, and these have some
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, read by one class.
  record Found(long[] ids, float[] ranks, String meant, boolean partly) {
    int size() {
      return ids.length;
    }
  }

  Found search(String words) {
    long since = cache.wordChanges();
    return cache
        .search(words)
        .orElseGet(
            () -> {
              Found found =
                  ask("SELECT product_id, rank, meant, partly FROM search_products(?)", words);
              cache.keepSearch(words, found, since);
              return found;
            });
  }

  /** What begins with what has been typed so far. */
  Found suggest(String typed) {
    return ask(
        "SELECT product_id, rank, NULL::text AS meant, false AS partly FROM suggest_products(?)",
        typed);
  }

  private Found ask(String sql, String words) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCH);
      statement.setString(1, words);
      try (ResultSet rows = statement.executeQuery()) {
        return read(rows);
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  private static Found read(ResultSet rows) throws SQLException {
    long[] ids = new long[256];
    float[] ranks = new float[256];
    String meant = null;
    boolean partly = false;
    int size = 0;
    while (rows.next()) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size * 2);
        ranks = Arrays.copyOf(ranks, size * 2);
      }
      ids[size] = rows.getLong(1);
      ranks[size++] = rows.getFloat(2);
      meant = rows.getString(3);
      partly = rows.getBoolean(4);
    }
    return new Found(Arrays.copyOf(ids, size), Arrays.copyOf(ranks, size), meant, partly);
  }
}
