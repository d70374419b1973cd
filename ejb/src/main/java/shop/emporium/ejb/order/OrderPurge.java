package shop.emporium.ejb.order;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import shop.emporium.ejb.shared.PurgeRounds;

/** Forgets links to orders that have run out; any node, or all at once. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderPurge {

  @Inject private OrderLinks links;

  @Schedule(hour = "*", minute = "50", persistent = false)
  void purge() {
    PurgeRounds.run(links::purge);
  }
}
