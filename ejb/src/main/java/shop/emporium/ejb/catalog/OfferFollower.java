package shop.emporium.ejb.catalog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.ejb.shared.DatabaseAwayException;

/**
 * Follows what offers become, whoever changes them: an import, a checkout, a statement typed by
 * hand. Reads the log that the database keeps of all of them, and nothing while nobody asks.
 *
 * <p>For one follower a node, which asks again and again: what was told once is not told again.
 */
@ApplicationScoped
public class OfferFollower {

  /** The most offers that one reading answers. */
  public static final int MOST = 1_000;

  private static final String OFFERS =
      """
      SELECT v.sku, v.product_id, v.price_minor, v.price_currency, v.former_minor,
             CASE WHEN p.visible THEN v.available ELSE 0 END AS available
        FROM product_variant v JOIN product p ON p.id = v.product_id
       WHERE v.sku = ANY (?)
      """;

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  private final ChangeLog log = new ChangeLog();
  private boolean begun;
  private long lookedAt;

  /**
   * What changed since the last look.
   *
   * @param products ids of products of which something changed
   * @param isMoreThanKnown whether variants may be there that were not before
   * @param isEverything whether anything may have changed
   */
  public record Changes(Set<Long> products, boolean isMoreThanKnown, boolean isEverything) {}

  /**
   * What changed since the last call; everything at the first one, and after a long silence.
   *
   * @throws DatabaseAwayException when the database cannot be asked; nothing is lost by that
   */
  public synchronized Changes changes() {
    long now = System.nanoTime();
    try (Connection connection = dataSource.getConnection()) {
      if (!begun || now - lookedAt > CatalogueMemory.LOG_TRUSTED_FOR.toNanos()) {
        log.begin(connection);
        begun = true;
        lookedAt = now;
        return new Changes(Set.of(), true, true);
      }
      ChangeLog.Changes changes = log.read(connection);
      lookedAt = now;
      return new Changes(changes.products(), changes.words(), changes.everything());
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  /**
   * The offers of variants as they are now; a SKU that no variant has is left out.
   *
   * @param skus at most {@link #MOST}
   * @throws DatabaseAwayException when the database cannot be asked
   */
  public List<Offer> read(Collection<String> skus) {
    if (skus.size() > MOST) {
      throw new IllegalArgumentException("More than " + MOST + " offers at once");
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(OFFERS)) {
      statement.setArray(1, connection.createArrayOf("varchar", skus.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        List<Offer> offers = new ArrayList<>();
        while (rows.next()) {
          offers.add(offer(rows));
        }
        return offers;
      }
    } catch (SQLException failed) {
      throw new DatabaseAwayException(failed);
    }
  }

  private static Offer offer(ResultSet row) throws SQLException {
    CurrencyUnit currency = CurrencyUnit.of(row.getString("price_currency"));
    long former = row.getLong("former_minor");
    Money formerPrice = row.wasNull() ? null : Money.ofMinor(currency, former);
    return new Offer(
        row.getString("sku"),
        row.getLong("product_id"),
        Money.ofMinor(currency, row.getLong("price_minor")),
        formerPrice,
        row.getInt("available"));
  }
}
