package shop.emporium.ejb.cart;

/**
 * The lines of a guest's cart are in a customer's now. Fired in the transaction that does it, while
 * both carts are locked and before the guest's is deleted: what belongs to that cart can follow.
 *
 * @param from id of the guest's cart
 * @param into id of the customer's
 */
public record CartMerged(long from, long into) {}
