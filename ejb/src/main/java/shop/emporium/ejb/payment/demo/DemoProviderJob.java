package shop.emporium.ejb.payment.demo;

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
import shop.emporium.ejb.payment.PaymentSettings;
import shop.emporium.ejb.shared.DatabaseProbe;
import shop.emporium.ejb.shared.PurgeRounds;

/**
 * What the demo provider does by itself: it approves what takes its time, and tells the shop. Every
 * node does it; each notice is sent by one of them.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@AccessTimeout(value = 10, unit = TimeUnit.MINUTES)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoProviderJob {

  private static final System.Logger LOG = System.getLogger(DemoProviderJob.class.getName());

  private static final long PAUSE_MILLIS = 1_000;
  private static final long BREATH_MILLIS = 1;
  private static final int MOST_NOTICES = 50;

  @Resource private TimerService timers;
  @Inject private PaymentSettings settings;
  @Inject private DemoProvider provider;
  @Inject private DemoNoticeQueue queue;
  @Inject private DemoPost post;
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
      if (settings.isDemoOn() && database.complaint().isEmpty() && run()) {
        pause = BREATH_MILLIS;
      }
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "The demo provider goes on later", failed);
    } finally {
      comeAgainIn(pause);
    }
  }

  /** Whether there may be more to tell. */
  private boolean run() {
    provider.decideDue();
    int sent = 0;
    while (sent < MOST_NOTICES && post.sendNext()) {
      sent++;
    }
    return sent == MOST_NOTICES;
  }

  @Schedule(hour = "4", minute = "5", persistent = false)
  void purge() {
    PurgeRounds.run(provider::forget);
    PurgeRounds.run(queue::purge);
  }
}
