package shop.emporium.ejb.inventory;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import shop.emporium.ejb.shared.DatabaseProbe;

/**
 * Ends reservations soon after their time is over. Every node does it; each reservation is ended by
 * one of them, and what is held by a checkout that is being paid at that very moment is left to it.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@AccessTimeout(value = 1, unit = TimeUnit.MINUTES)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReservationJob {

  private static final System.Logger LOG = System.getLogger(ReservationJob.class.getName());

  private static final long PAUSE_MILLIS = 2_000;
  private static final long BREATH_MILLIS = 1;

  @Resource private TimerService timers;
  @Inject private InventoryService inventory;
  @Inject private DatabaseProbe database;

  @PostConstruct
  void begin() {
    comeAgainIn(PAUSE_MILLIS);
  }

  private void comeAgainIn(long millis) {
    timers.createSingleActionTimer(millis, new TimerConfig(null, false));
  }

  @Timeout
  void onTimer() {
    long pause = PAUSE_MILLIS;
    try {
      if (database.complaint().isEmpty()
          && inventory.expire(InventoryService.EXPIRY_BATCH) == InventoryService.EXPIRY_BATCH) {
        pause = BREATH_MILLIS;
      }
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "Reservations are ended later", failed);
    } finally {
      comeAgainIn(pause);
    }
  }
}
