package shop.emporium.web.wishlist;

import java.util.List;
import shop.emporium.ejb.wishlist.SharedWishlist;
import shop.emporium.ejb.wishlist.WishView;
import shop.emporium.web.shared.MoneyView;

/**
 * A list as whoever has its link sees it: neither when something was wished for nor what it cost
 * then.
 *
 * @param owner first part of the owner's name
 */
public record SharedWishlistJson(String name, String owner, List<Item> items) {

  /** A wish of somebody else. */
  public record Item(
      String sku,
      String slug,
      String name,
      String options,
      String picture,
      MoneyView price,
      int available) {

    static Item of(WishView wish) {
      return new Item(
          wish.sku(),
          wish.slug(),
          wish.name(),
          wish.options(),
          wish.picture() == null ? null : "/media/" + wish.picture(),
          MoneyView.of(wish.price()),
          wish.available());
    }
  }

  static SharedWishlistJson of(SharedWishlist list) {
    return new SharedWishlistJson(
        WishlistJson.called(list.name()),
        list.owner(),
        list.wishes().stream().map(Item::of).toList());
  }
}
