package shop.emporium.tests.torture;

import java.util.List;
import java.util.stream.IntStream;

/** Tabs of one browser order the same cart at once, each with a key of its own. */
final class TwoTabs implements Scenario {

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(10, 1999);
    Buyer buyer = round.guest(sku, 1);
    List<OrderCall> tabs =
        IntStream.range(0, round.between(2, 4))
            .mapToObj(tab -> round.call(buyer, round.wish()))
            .toList();
    List<Outcome> outcomes = round.placeAll(tabs);
    long orders = outcomes.stream().filter(Outcome::isOrder).count();
    round.expect(orders == 1, orders + " orders of one cart: " + outcomes);
    round.expect(
        outcomes.stream()
            .allMatch(one -> one.isOrder() || one.is("under-way") || one.is("cart-empty")),
        "A tab was told otherwise: " + outcomes);
  }
}
