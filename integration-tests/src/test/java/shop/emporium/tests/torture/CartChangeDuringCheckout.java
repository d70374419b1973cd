package shop.emporium.tests.torture;

import java.util.List;

/**
 * A buyer changes his cart in another tab while it is ordered: he gets what he was shown, or is
 * told.
 */
final class CartChangeDuringCheckout implements Scenario {

  private static final String SHOWN = "24.89";
  private static final String CHANGED = "44.88";

  private static final String LEFT =
      """
      SELECT coalesce(sum(l.quantity), 0) FROM cart_line l JOIN product_variant v ON v.id = l.variant_id WHERE v.sku = ?
      """;

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(10, 1999);
    Buyer buyer = round.guest(sku, 1);
    OrderCall call = round.call(buyer, round.wish().expecting(SHOWN));
    round
        .crowd()
        .together(
            () -> call.place(round.doors()),
            () ->
                buyer.insist(
                    round.doors(), "PATCH", "/api/v1/cart/lines/" + sku, "{\"quantity\":2}"));
    Outcome outcome = call.last();
    long left = Base.number(LEFT, sku);
    if (outcome.isOrder()) {
      List<String> line =
          Base.rows(
                  "SELECT l.quantity, o.total_minor FROM shop_order o JOIN order_line l ON"
                      + " l.order_number = o.number WHERE o.email = ?",
                  call.email())
              .get(0);
      round.expect(line.equals(List.of("1", "2489")), "Ordered and charged: " + line);
      round.expect(left <= 1, left + " pieces are left in the cart");
    } else {
      round.expect(
          outcome.is("price-changed") && CHANGED.equals(outcome.total()),
          "The buyer was told " + outcome);
      round.expect(left == 2, left + " pieces are in the cart");
    }
  }
}
