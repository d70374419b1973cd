package shop.emporium.tests.torture;

import java.util.List;

/** A price changes while it is paid: the buyer pays what he was shown, or is told the new one. */
final class PriceChangeDuringCheckout implements Scenario {

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(10, 1999);
    OrderCall call = round.call(round.guest(sku, 1), round.wish().expecting("24.89"));
    round
        .crowd()
        .together(
            () -> call.place(round.doors()),
            () -> Base.run("UPDATE product_variant SET price_minor = 2999 WHERE sku = ?", sku));
    Outcome outcome = call.last();
    if (outcome.isOrder()) {
      List<String> line =
          Base.rows(
                  "SELECT l.unit_price_minor, o.total_minor FROM shop_order o JOIN order_line l ON"
                      + " l.order_number = o.number WHERE o.email = ?",
                  call.email())
              .get(0);
      round.expect(line.equals(List.of("1999", "2489")), "Ordered and charged: " + line);
    } else {
      round.expect(
          outcome.is("price-changed") && "34.89".equals(outcome.total()),
          "The buyer was told " + outcome);
    }
  }
}
