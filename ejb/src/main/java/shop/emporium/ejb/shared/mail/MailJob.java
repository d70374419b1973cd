package shop.emporium.ejb.shared.mail;

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
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import shop.emporium.ejb.shared.DatabaseProbe;
import shop.emporium.ejb.shared.PurgeRounds;

/**
 * Sends mails soon after they were written, and throws away old ones every night. Every node does
 * both; each mail is sent, and deleted, by one of them. Nothing here is in a transaction while it
 * waits for a mail server.
 *
 * <p>The timer is set anew after each run, so that there is never more than one on a node: one that
 * repeats by itself would complain of runs that take longer than its interval.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@AccessTimeout(value = 10, unit = TimeUnit.MINUTES)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailJob {

  private static final System.Logger LOG = System.getLogger(MailJob.class.getName());

  private static final long PAUSE_MILLIS = 1_000;

  /** There is more to do; meanwhile the node may stop, or take a request. */
  private static final long BREATH_MILLIS = 1;

  private static final int DAYS_KEPT = 30;

  @Resource private TimerService timers;
  @Inject private MailSender sender;
  @Inject private MailQueue queue;
  @Inject private MailFolder folder;
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
      if (database.complaint().isEmpty() && sender.run() == MailSender.MOST) {
        pause = BREATH_MILLIS;
      }
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "Mails are sent later", failed);
    } finally {
      comeAgainIn(pause);
    }
  }

  @Schedule(hour = "3", minute = "40", persistent = false)
  void purge() {
    PurgeRounds.run(() -> queue.purge(DAYS_KEPT));
    folder.purge(Instant.now().minus(Duration.ofDays(DAYS_KEPT)));
  }
}
