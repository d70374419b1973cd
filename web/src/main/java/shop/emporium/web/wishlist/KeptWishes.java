package shop.emporium.web.wishlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import shop.emporium.ejb.wishlist.WishlistException;
import shop.emporium.ejb.wishlist.WishlistService;
import shop.emporium.web.customer.CustomerSignedIn;

/** Makes what a guest wished for a wish of the customer who signs in. */
@ApplicationScoped
public class KeptWishes {

  private static final System.Logger LOG = System.getLogger(KeptWishes.class.getName());

  @Inject private WishlistService wishlists;

  void take(@Observes CustomerSignedIn event) {
    List<String> skus = WishCookie.read(event.request());
    if (skus.isEmpty()) {
      return;
    }
    for (String sku : skus) {
      try {
        wishlists.add(event.person().customer(), sku);
      } catch (WishlistException | ConstraintViolationException refused) {
        // Sold no longer, or the list is full: no reason to keep anybody from signing in.
        LOG.log(System.Logger.Level.DEBUG, "A wish of a guest was not taken", refused);
      }
    }
    WishCookie.clear(event.request(), event.response());
  }
}
