package shop.emporium.ejb.live;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import shop.emporium.ejb.cart.CartChanged;
import shop.emporium.ejb.cluster.ClusterBus;
import shop.emporium.ejb.order.OrderChanged;
import shop.emporium.ejb.wishlist.WishlistChanged;

/** Tells all nodes what has been committed; what is rolled back is never heard of. */
@ApplicationScoped
public class Announcements {

  public static final String CART = "cart-changed";
  public static final String WISHLIST = "wishlist-changed";

  public static final String ORDER = "order-changed";

  @Inject private ClusterBus bus;

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) CartChanged changed) {
    bus.publish(CART, only("cart", changed.cart()));
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) WishlistChanged changed) {
    bus.publish(WISHLIST, only("customer", changed.customer()));
  }

  void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderChanged changed) {
    bus.publish(ORDER, only("order", changed.number().value()));
  }

  private static JsonObject only(String field, long id) {
    return JSON.createObjectBuilder().add(field, id).build();
  }
}
