package shop.emporium.tests.torture;

import java.util.List;

/** More buyers than a coupon is good for use it at once. */
final class CouponTotalLimit implements Scenario {

  private static final int BUYERS = 40;

  @Override
  public void play(Round round) {
    int limit = round.between(3, 10);
    String coupon = round.stockroom().coupon(limit, 0);
    String sku = round.stockroom().goods(BUYERS, 1999);
    List<OrderCall> calls =
        round.stockroom().guests(BUYERS, sku, 1).stream()
            .map(guest -> round.call(guest, round.wish().withCoupon(coupon)))
            .toList();
    List<Outcome> outcomes = round.placeAll(calls);
    long orders = outcomes.stream().filter(Outcome::isOrder).count();
    long refused = outcomes.stream().filter(outcome -> outcome.is("coupon")).count();
    round.expect(orders == limit, orders + " orders with a coupon for " + limit);
    round.expect(refused == BUYERS - limit, "Only " + refused + " were told of the coupon");
  }
}
