package shop.emporium.ejb.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import shop.emporium.ejb.shared.DatabaseProbe;

/**
 * Fetches the pictures that catalogue files name by address, after their products are there. Every
 * node does it; each picture is fetched by one of them. Nothing here is in a transaction while it
 * waits for another host.
 *
 * <p>The timer is set anew after each run: one that repeats by itself would complain of runs that
 * take longer than its interval.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@AccessTimeout(value = 10, unit = TimeUnit.MINUTES)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PictureFetchJob {

  private static final System.Logger LOG = System.getLogger(PictureFetchJob.class.getName());

  private static final long PAUSE_MILLIS = 5_000;

  /** What a node takes at a time; at 13 s each, four at a time, done long before its lease ends. */
  private static final int BATCH = 16;

  /** Then the timer comes again, so that a node that is to stop need not wait for a long list. */
  private static final int MAX_ROUNDS = 20;

  @Resource private TimerService timers;
  @Resource private ManagedExecutorService executor;
  @Inject private PictureFetchQueue queue;
  @Inject private PictureFetcher fetcher;
  @Inject private PictureService pictures;
  @Inject private DatabaseProbe database;

  @PostConstruct
  void begin() {
    timers.createSingleActionTimer(PAUSE_MILLIS, new TimerConfig(null, false));
  }

  @Timeout
  void onTimer() {
    try {
      if (database.complaint().isEmpty()) {
        run();
      }
    } catch (EJBException failed) {
      LOG.log(System.Logger.Level.WARNING, "Pictures are fetched later", failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      begin();
    }
  }

  /** Fetches what is due now, and returns when it is here or its fault noted. */
  public void run() throws InterruptedException {
    int round = 0;
    for (List<PictureFetchQueue.Due> due = queue.take(BATCH);
        !due.isEmpty();
        due = ++round < MAX_ROUNDS ? queue.take(BATCH) : List.of()) {
      Queue<PictureFetchQueue.Due> waiting = new ConcurrentLinkedQueue<>(due);
      Callable<Void> worker =
          () -> {
            for (PictureFetchQueue.Due next = waiting.poll(); next != null; next = waiting.poll()) {
              fetch(next);
            }
            return null;
          };
      for (Future<Void> done :
          executor.invokeAll(Collections.nCopies(PictureFetcher.AT_A_TIME, worker))) {
        require(done);
      }
    }
  }

  private static void require(Future<Void> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException failed) {
      throw new EJBException("Pictures could not be fetched", failed);
    }
  }

  private void fetch(PictureFetchQueue.Due due) {
    if (due.attempts() > PictureFetchQueue.MAX_ATTEMPTS) {
      queue.failed(due, "The last attempt was cut off");
      return;
    }
    try {
      pictures.store(due.source(), fetcher.fetch(due.source()));
      queue.done(due.source());
    } catch (PictureFetchException refused) {
      queue.failed(due, refused.getMessage());
    } catch (CatalogueFileException noPicture) {
      // Its message begins with the source, which stands beside the reason already.
      queue.failed(due, noPicture.getMessage().replace(due.source(), "The file"));
    } catch (RuntimeException failed) {
      LOG.log(
          System.Logger.Level.WARNING, "A picture could not be stored: " + due.source(), failed);
      queue.failed(due, "It could not be stored");
    }
  }
}
