package shop.emporium.tests.torture;

import java.util.List;

/** One person orders from many carts at once, with a coupon that is good once for each. */
final class CouponPersonLimit implements Scenario {

  private static final int CARTS = 12;

  @Override
  public void play(Round round) {
    String coupon = round.stockroom().coupon(0, 1);
    String sku = round.stockroom().goods(CARTS, 1999);
    Wish wish = round.wish().withCoupon(coupon);
    List<OrderCall> calls =
        round.stockroom().guests(CARTS, sku, 1).stream()
            .map(guest -> round.call(guest, wish))
            .toList();
    List<Outcome> outcomes = round.placeAll(calls);
    long orders = outcomes.stream().filter(Outcome::isOrder).count();
    round.expect(orders == 1, orders + " orders of one person with a coupon for one");
    round.expect(
        outcomes.stream().allMatch(outcome -> outcome.isOrder() || outcome.is("coupon")),
        "Somebody was told otherwise: " + outcomes);
  }
}
