package shop.emporium.ejb.wishlist;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.StringReader;
import shop.emporium.ejb.customer.CustomerErased;
import shop.emporium.ejb.customer.CustomerExported;

/** Tells customers what their wishes hold about them, and forgets them with the customer. */
@ApplicationScoped
class WishlistPrivacy {

  @Inject private WishlistRepository lists;
  @Inject private StockAlertRepository alerts;

  void tell(@Observes CustomerExported export) {
    export.add("wishlists", array(lists.export(export.customer())));
    export.add("stockAlerts", array(alerts.export(export.customer())));
  }

  private static JsonArray array(String json) {
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      return reader.readArray();
    }
  }

  void forget(@Observes CustomerErased erased) {
    lists.deleteAllOf(erased.customer());
    alerts.deleteAllOf(erased.customer());
  }
}
