package shop.emporium.ejb.wishlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import shop.emporium.ejb.customer.CustomerErased;
import shop.emporium.ejb.customer.CustomerExported;
import shop.emporium.ejb.shared.JsonCodec;

/** Tells customers what their wishes hold about them, and forgets them with the customer. */
@ApplicationScoped
class WishlistPrivacy {

  @Inject private WishlistRepository lists;
  @Inject private StockAlertRepository alerts;

  void tell(@Observes CustomerExported export) {
    export.add("wishlists", JsonCodec.array(lists.export(export.customer())));
    export.add("stockAlerts", JsonCodec.array(alerts.export(export.customer())));
  }

  void forget(@Observes CustomerErased erased) {
    lists.deleteAllOf(erased.customer());
    alerts.deleteAllOf(erased.customer());
  }
}
