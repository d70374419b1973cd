package shop.emporium.ejb.wishlist;

import java.util.List;

/** A list with what is in it, the newest wish first. */
public record WishlistView(WishlistSummary list, List<WishView> wishes) {

  /** Whether something of it can be put into a cart. */
  public boolean hasSomethingToBuy() {
    return wishes.stream().anyMatch(WishView::canBeBought);
  }
}
