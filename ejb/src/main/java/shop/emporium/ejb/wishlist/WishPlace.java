package shop.emporium.ejb.wishlist;

/** Where a wish was: enough to put it back. */
public record WishPlace(long list, String sku) {}
