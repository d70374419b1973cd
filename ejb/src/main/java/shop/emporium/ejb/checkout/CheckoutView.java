package shop.emporium.ejb.checkout;

import java.util.Optional;
import java.util.UUID;
import shop.emporium.domain.inventory.Hold;

/**
 * A checkout as its buyer sees it.
 *
 * @param token of the next attempt to place the order
 * @param isPaying whether an order of it is being paid
 * @param hold until when its pieces are held; empty when they are not
 */
public record CheckoutView(long id, UUID token, boolean isPaying, Optional<Hold> hold) {}
