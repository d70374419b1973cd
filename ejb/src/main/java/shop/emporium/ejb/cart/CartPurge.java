package shop.emporium.ejb.cart;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import shop.emporium.ejb.shared.PurgeRounds;

/**
 * Throws away expired carts every night. Any node may do it, or all at once: each cart is deleted
 * by one of them.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CartPurge {

  @Inject private CartService carts;

  @Schedule(hour = "3", minute = "30", persistent = false)
  void purge() {
    PurgeRounds.run(() -> carts.purge(Instant.now()));
  }
}
