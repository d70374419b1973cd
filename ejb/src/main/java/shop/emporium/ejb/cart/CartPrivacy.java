package shop.emporium.ejb.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import shop.emporium.ejb.customer.CustomerErased;
import shop.emporium.ejb.customer.CustomerExported;
import shop.emporium.ejb.shared.JsonCodec;

/** Tells customers what their cart holds about them, and forgets it with them. */
@ApplicationScoped
class CartPrivacy {

  @Inject private CartRepository carts;
  @Inject private CartQueries queries;

  void tell(@Observes CustomerExported export) {
    queries.export(export.customer()).ifPresent(json -> export.add("cart", JsonCodec.object(json)));
  }

  void forget(@Observes CustomerErased erased) {
    carts.deleteOfCustomer(erased.customer());
  }
}
