package shop.emporium.ejb.checkout;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import shop.emporium.ejb.shared.PurgeRounds;

/**
 * Forgets what was filled in on ways to the till that are over, with names and addresses: an order
 * has its own copy. Any node may do it, or all at once.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CheckoutPurge {

  @Inject private CheckoutService checkouts;

  @Schedule(hour = "3", minute = "40", persistent = false)
  void purge() {
    PurgeRounds.run(checkouts::purge);
  }
}
