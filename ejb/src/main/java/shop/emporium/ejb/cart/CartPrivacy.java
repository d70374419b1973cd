package shop.emporium.ejb.cart;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import shop.emporium.ejb.customer.CustomerErased;
import shop.emporium.ejb.customer.CustomerExported;

/** Tells customers what their cart holds about them, and forgets it with them. */
@ApplicationScoped
class CartPrivacy {

  @Inject private CartRepository carts;
  @Inject private CartQueries queries;

  void tell(@Observes CustomerExported export) {
    queries
        .export(export.customer())
        .ifPresent(
            json -> {
              try (JsonReader reader = JSON.createReader(new StringReader(json))) {
                export.add("cart", reader.readObject());
              }
            });
  }

  void forget(@Observes CustomerErased erased) {
    carts.deleteOfCustomer(erased.customer());
  }
}
