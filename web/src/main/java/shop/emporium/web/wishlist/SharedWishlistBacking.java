package shop.emporium.web.wishlist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import shop.emporium.ejb.wishlist.SharedWishlist;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.web.shared.PageCache;
import shop.emporium.web.shared.PagePath;
import shop.emporium.web.shared.PageText;

/** A list that somebody shares: {@code /wishlist/…}, for whoever has the link. */
@Named("sharedWishlist")
@RequestScoped
public class SharedWishlistBacking {

  @Inject private WishlistService wishlists;
  @Inject private PageCache cache;
  @Inject private PagePath path;

  private SharedWishlist list;

  public void load() {
    cache.keepPrivate();
    list =
        path.name().filter(token -> token.length() <= 100).flatMap(wishlists::shared).orElse(null);
    if (list == null) {
      cache.notFound();
    }
  }

  public SharedWishlist getList() {
    return list;
  }

  /** What the list is called. */
  public String getName() {
    return list.name().isEmpty() ? PageText.of("wish.default", Faces.getLocale()) : list.name();
  }
}
