package shop.emporium.ejb.wishlist;

/**
 * A list among others of its owner.
 *
 * @param name empty for a default list that was never given one
 * @param isDefault whether it is the one that is always there
 * @param count of its wishes
 * @param shareToken what the address of the shared list ends with; null while it is private
 */
public record WishlistSummary(
    long id, String name, boolean isDefault, int count, String shareToken) {

  public boolean isShared() {
    return shareToken != null;
  }
}
