package shop.emporium.ejb.payment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
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
import shop.emporium.ejb.shared.PurgeRounds;

/** Runs the {@link Reconciliation} all the time, on every node. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@AccessTimeout(value = 15, unit = TimeUnit.MINUTES)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentReconciler {

  private static final System.Logger LOG = System.getLogger(PaymentReconciler.class.getName());

  private static final long PAUSE_MILLIS = 2_000;
  private static final long BREATH_MILLIS = 1;

  @Resource private TimerService timers;
  @Inject private Reconciliation reconciliation;
  @Inject private NoticeService notices;
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
      if (database.complaint().isEmpty() && reconciliation.run()) {
        pause = BREATH_MILLIS;
      }
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "Payments are looked up later", failed);
    } finally {
      comeAgainIn(pause);
    }
  }

  @Schedule(hour = "3", minute = "55", persistent = false)
  void purge() {
    PurgeRounds.run(notices::purge);
  }
}
