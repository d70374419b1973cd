package shop.emporium.web.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import shop.emporium.ejb.cart.CartMerging;
import shop.emporium.web.customer.CustomerSignedIn;

/** Takes a guest's cart along when he signs in. */
@ApplicationScoped
class CartOfSignedIn {

  private static final Logger LOG = System.getLogger(CartOfSignedIn.class.getName());

  @Inject private CartMerging merging;

  /**
   * Merges at once, so that it is done before the next page. Whoever is signed in stays so when
   * that fails: the cookie still opens the guest's cart, and the next request merges it.
   */
  void merge(@Observes CustomerSignedIn event) {
    try {
      CartCookie.read(event.request())
          .ifPresent(token -> merging.merge(event.person().customer(), token));
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "A cart could not be merged yet", failed);
    }
  }
}
