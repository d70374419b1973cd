package shop.emporium.tests.torture;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import shop.emporium.tests.cluster.Shop;

/** A buyer cancels while the goods are packed and handed over: one of the two wins. */
final class CancelAgainstShip implements Scenario {

  private static final String END =
      """
      SELECT o.status, (SELECT count(*) FROM shipment s WHERE s.order_number = o.number AND s.status <> 'UNPACKED'),
             (SELECT coalesce(sum(r.amount_minor), 0) FROM refund r JOIN payment p ON p.id = r.payment_id
               WHERE p.order_number = o.number AND r.status <> 'FAILED'), o.due_minor
        FROM shop_order o WHERE o.email = ?
      """;

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(3, 1999);
    Account customer = Account.signIn(round.stockroom().account(), new Buyer(), round.doors());
    Account agent = Account.agent(round.doors());
    customer.put(sku);
    OrderCall call = round.call(customer.buyer(), round.wish());
    Outcome placed = call.place(round.doors());
    round.expect(placed.isPaid(), "The order is not paid: " + placed);
    if (placed.isPaid()) {
      round
          .crowd()
          .together(
              () ->
                  customer.call(
                      "POST", "/api/v1/orders/" + placed.about() + "/cancel", "{\"why\":\"\"}"),
              () -> ship(agent, placed.about()));
      judge(round, call.email());
    }
  }

  private static void ship(Account agent, String order) {
    String path = "/api/v1/admin/orders/" + order + "/parcels";
    HttpResponse<String> packed = agent.call("POST", path, "{}");
    if (packed.statusCode() == 201) {
      JsonObject shown = Shop.parse(packed.body()).getJsonObject("order");
      JsonObject parcel = shown.getJsonArray("parcels").getJsonObject(0);
      agent.call(
          "POST", path + "/" + parcel.get("id") + "/ship", "{\"carrier\":\"DHL\",\"why\":\"\"}");
    }
  }

  private static void judge(Round round, String email) {
    List<String> end = Base.rows(END, email).get(0);
    boolean isCancelled = end.get(0).equals("CANCELLED");
    boolean isLeaving = List.of("PACKED", "SHIPPED").contains(end.get(0));
    round.expect(isCancelled || isLeaving, "Neither was done: " + end);
    round.expect(end.get(1).equals(isCancelled ? "0" : "1"), "Parcels of it: " + end);
    round.expect(end.get(2).equals(isCancelled ? end.get(3) : "0"), "Money given back: " + end);
  }
}
