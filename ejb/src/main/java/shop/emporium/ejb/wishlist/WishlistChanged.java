package shop.emporium.ejb.wishlist;

/**
 * A customer's wishes are others than they were. Fired in the transaction that changed them:
 * observe it after success.
 *
 * @param customer whose they are
 */
public record WishlistChanged(long customer) {}
