package shop.emporium.ejb.cart;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Throws away expired carts every night. Any node may do it, or all at once: each cart is deleted
 * by one of them.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CartPurge {

  private static final int MOST_ROUNDS = 1_000;

  @Inject private CartService carts;

  @Schedule(hour = "3", minute = "30", persistent = false)
  void purge() {
    int deleted;
    int round = 0;
    do {
      deleted = carts.purge(Instant.now());
    } while (deleted > 0 && ++round < MOST_ROUNDS);
  }
}
