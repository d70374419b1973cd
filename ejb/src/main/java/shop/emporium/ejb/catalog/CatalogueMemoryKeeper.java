package shop.emporium.ejb.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import shop.emporium.ejb.shared.DatabaseAwayException;

/**
 * Fills this node's memory before the node takes requests, keeps it warm while nobody asks, and
 * throws away old rows of the log.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CatalogueMemoryKeeper {

  private static final System.Logger LOG = System.getLogger(CatalogueMemoryKeeper.class.getName());

  /** Longer than any node trusts the log, see {@link CatalogueMemory#LOG_TRUSTED_FOR}. */
  private static final String PURGE =
      "DELETE FROM product_change WHERE at < now() - interval '1 hour'";

  @Resource(lookup = "java:jboss/datasources/StoreDS")
  private DataSource dataSource;

  @Inject private CatalogueMemory memory;

  @PostConstruct
  void fill() {
    memory.refresh();
  }

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void keepWarm() {
    try {
      memory.refresh();
    } catch (DatabaseAwayException away) {
      LOG.log(Level.DEBUG, "The next request, or the next time, will do", away);
    }
  }

  /** Every node may do it: what one has deleted the other does not find. */
  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void purge() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(PURGE)) {
      statement.executeUpdate();
    } catch (SQLException away) {
      LOG.log(Level.DEBUG, "The next time will do", away);
    }
  }
}
