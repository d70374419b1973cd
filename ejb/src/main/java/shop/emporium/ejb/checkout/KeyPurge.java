package shop.emporium.ejb.checkout;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import shop.emporium.ejb.shared.PurgeRounds;

/** Forgets keys of calls after two days; any node, or all at once. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyPurge {

  @Inject private PlaceOrderService orders;

  @Schedule(hour = "*", minute = "20", persistent = false)
  void purge() {
    PurgeRounds.run(orders::forgetCalls);
  }
}
