package shop.emporium.ejb.wishlist;

import java.util.List;

/**
 * A list as whoever has its link sees it: nothing of its owner but what the list is called and the
 * name by which the customer wants to be called, cut at the first blank.
 *
 * @param name of the list; empty for a default list that was never given one
 * @param owner first part of the owner's name
 */
public record SharedWishlist(String name, String owner, List<WishView> wishes) {

  /** The first word of a name. */
  static String firstName(String name) {
    return name.strip().split("\\s+", 2)[0];
  }
}
