package shop.emporium.tests.torture;

import java.util.List;
import java.util.stream.IntStream;

/** Carts that hold the same goods in other orders: nobody waits for each other in a circle. */
final class CrossedCarts implements Scenario {

  private static final int BUYERS = 20;

  @Override
  public void play(Round round) {
    String first = round.stockroom().goods(BUYERS * 2, 1999);
    String second = round.stockroom().goods(BUYERS * 2, 1499);
    String third = round.stockroom().goods(BUYERS * 2, 999);
    List<Buyer> guests = round.stockroom().guests(BUYERS, first + " " + second, 1);
    List<Buyer> others = round.stockroom().guests(BUYERS, third + " " + second + " " + first, 1);
    List<OrderCall> calls =
        IntStream.range(0, BUYERS * 2)
            .mapToObj(i -> (i % 2 == 0 ? guests : others).get(i / 2))
            .map(guest -> round.call(guest, round.wish()))
            .toList();
    List<Outcome> outcomes = round.placeAll(calls);
    round.expect(
        outcomes.stream().allMatch(Outcome::isOrder), "Not everybody has an order: " + outcomes);
  }
}
