package shop.emporium.web.wishlist;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import shop.emporium.ejb.wishlist.WishView;
import shop.emporium.ejb.wishlist.WishlistSummary;
import shop.emporium.ejb.wishlist.WishlistView;
import shop.emporium.web.shared.MoneyView;

/**
 * A list as the REST interface shows it.
 *
 * @param name of the list; Wishlist for a default one that was never given a name
 * @param isDefault called {@code default}: whether it is the one that is always there
 * @param share path of the page that shows it to whoever has the link; not there while it is
 *     private
 * @param items the newest first; not there where lists are listed
 * @param lists all lists of the customer; there with the default list only
 */
public record WishlistJson(
    long id,
    String name,
    @JsonbProperty("default") boolean isDefault,
    int count,
    String share,
    List<Item> items,
    List<WishlistJson> lists) {

  private static final String UNNAMED = "Wishlist";

  /**
   * A wish.
   *
   * @param price now
   * @param priceThen when it was wished for
   * @param cheaperBy how much it has become cheaper since; not there when it has not
   * @param available pieces that can be bought now
   */
  public record Item(
      String sku,
      String slug,
      String name,
      String options,
      String picture,
      MoneyView price,
      MoneyView priceThen,
      MoneyView cheaperBy,
      int available,
      Instant addedAt) {

    static Item of(WishView wish) {
      return new Item(
          wish.sku(),
          wish.slug(),
          wish.name(),
          wish.options(),
          wish.picture() == null ? null : "/media/" + wish.picture(),
          MoneyView.of(wish.price()),
          MoneyView.of(wish.priceThen()),
          MoneyView.of(wish.cheaperBy()),
          wish.available(),
          wish.addedAt());
    }
  }

  static WishlistJson of(WishlistSummary list) {
    return of(list, null, null);
  }

  static WishlistJson of(WishlistView view) {
    return of(view.list(), items(view), null);
  }

  static WishlistJson of(WishlistView view, List<WishlistSummary> lists) {
    return of(view.list(), items(view), lists.stream().map(WishlistJson::of).toList());
  }

  private static WishlistJson of(WishlistSummary list, List<Item> items, List<WishlistJson> lists) {
    return new WishlistJson(
        list.id(),
        called(list.name()),
        list.isDefault(),
        list.count(),
        list.isShared() ? path(list.shareToken()) : null,
        items,
        lists);
  }

  private static List<Item> items(WishlistView view) {
    return view.wishes().stream().map(Item::of).toList();
  }

  /** A name for programs. */
  static String called(String name) {
    return name.isEmpty() ? UNNAMED : name;
  }

  /** The page that a link opens. */
  static String path(String token) {
    return "/wishlist/" + token;
  }
}
