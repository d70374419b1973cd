package shop.emporium.ejb.cart;

/**
 * A cart is another than it was. Fired in the transaction that changed it: observe it after
 * success.
 *
 * @param cart its id, which is no secret and opens nothing
 */
public record CartChanged(long cart) {}
