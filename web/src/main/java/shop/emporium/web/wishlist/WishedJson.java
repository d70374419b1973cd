package shop.emporium.web.wishlist;

import java.util.List;
import shop.emporium.ejb.wishlist.WishPlace;
import shop.emporium.ejb.wishlist.Wished;

/**
 * What to mark in a page, over all lists: the newest 500.
 *
 * @param count different articles over all lists
 * @param skus of what is wished for
 * @param products slugs of the products that these belong to
 * @param removed where something was that has just been taken out, to put it back; not there
 *     otherwise
 */
public record WishedJson(int count, List<String> skus, List<String> products, List<Place> removed) {

  /** Where a wish was: put it back by {@code PUT /wishlists/{list}/items/{sku}}. */
  public record Place(long list, String sku) {}

  static WishedJson of(int count, Wished wished, List<WishPlace> removed) {
    return new WishedJson(
        count,
        wished.skus(),
        wished.products(),
        removed == null
            ? null
            : removed.stream().map(place -> new Place(place.list(), place.sku())).toList());
  }
}
