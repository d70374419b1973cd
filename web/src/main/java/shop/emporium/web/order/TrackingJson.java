package shop.emporium.web.order;

import java.util.List;
import shop.emporium.ejb.order.OrderView;

/** Where an order is. */
public record TrackingJson(
    String number,
    String status,
    OrderJson.Arrival arrival,
    List<OrderJson.Parcel> parcels,
    List<OrderJson.Happening> history) {

  static TrackingJson of(OrderView order) {
    OrderJson json = OrderJson.of(order);
    return new TrackingJson(
        json.number(), json.status(), json.arrival(), json.parcels(), json.history());
  }
}
