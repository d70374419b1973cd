package shop.emporium.ejb.wishlist;

import jakarta.ejb.AccessTimeout;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import shop.emporium.ejb.shared.DatabaseProbe;
import shop.emporium.ejb.shared.PurgeRounds;

/**
 * Looks every ten seconds for what is back in stock, and throws away old alerts every night. Every
 * node does both; each alert is sent, and deleted, by one of them.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@AccessTimeout(value = 10, unit = TimeUnit.MINUTES)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StockAlertJob {

  private static final System.Logger LOG = System.getLogger(StockAlertJob.class.getName());

  /** A run; what is left is sent ten seconds later. */
  private static final int MOST = 500;

  @Inject private StockAlertSender sender;
  @Inject private StockAlertService alerts;
  @Inject private DatabaseProbe database;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void send() {
    try {
      if (database.complaint().isEmpty()) {
        int sent = 0;
        while (sent < MOST && sender.sendOne()) {
          sent++;
        }
      }
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "Alerts of what is back are sent later", failed);
    }
  }

  @Schedule(hour = "3", minute = "50", persistent = false)
  void purge() {
    PurgeRounds.run(alerts::purge);
  }
}
