package shop.emporium.ejb.catalog;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import shop.emporium.ejb.shared.DatabaseAwayException;

/**
 * Lists what search engines shall know, piece by piece: a million products are too many at once.
 */
@Stateless
public class SitemapService {

  /** Products of one list at most; each is named in every language of the shop. */
  public static final int LENGTH = 5_000;

  /** As many lists as the index of a sitemap may hold. */
  public static final int MOST_LISTS = 40_000;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  /** The numbers of the lists of products, from 1 upwards; some may be left out. */
  public List<Long> productLists() {
    try (Connection connection = dataSource.getConnection()) {
      return SitemapQueries.lists(connection, LENGTH, MOST_LISTS).stream()
          .map(range -> range + 1)
          .toList();
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  /**
   * Hands on the products of one list while the database still reads them.
   *
   * @param list from 1
   */
  public void products(
      @Min(1) @Max(1_000_000_000) long list, @NotNull Consumer<SitemapEntry> taker) {
    try (Connection connection = dataSource.getConnection()) {
      SitemapQueries.products(connection, (list - 1) * LENGTH, list * LENGTH, taker);
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }
}
