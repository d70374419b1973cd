package shop.emporium.ejb.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import shop.emporium.domain.order.OrderNumber;

/**
 * Waits until it is known what becomes of a payment that another request has begun. No transaction
 * is open meanwhile, and no connection is held; who waits looks again and again, since the other
 * request may be at another node.
 */
@ApplicationScoped
public class PaymentWait {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 400;

  /** So many requests of a node wait at most: the others are told how it stands. */
  private static final int MOST_AT_ONCE = 32;

  private final Semaphore waiting = new Semaphore(MOST_AT_ONCE);

  @Inject private CheckoutQueries queries;

  /** Comes back when a provider has said something, or after ten seconds at the latest. */
  public void await(OrderNumber order) {
    if (!waiting.tryAcquire()) {
      return;
    }
    try {
      look(order);
    } finally {
      waiting.release();
    }
  }

  private void look(OrderNumber order) {
    long end = System.nanoTime() + LONGEST.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    while (queries.isUndecided(order) && System.nanoTime() < end) {
      try {
        TimeUnit.MILLISECONDS.sleep(pause);
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
        return;
      }
      pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
    }
  }
}
