package shop.emporium.tests.torture;

import java.util.List;
import java.util.Random;

/** What a scenario has at hand while it is played once. */
final class Round {

  private final String scenario;
  private final Random random;
  private final Stockroom stockroom;
  private final Crowd crowd;
  private final Ledger ledger;
  private final Doors doors;

  Round(String scenario, Random random, Stockroom stockroom, Crowd crowd, Ledger ledger) {
    this.scenario = scenario;
    this.random = random;
    this.stockroom = stockroom;
    this.crowd = crowd;
    this.ledger = ledger;
    this.doors = new Doors(random);
  }

  Random random() {
    return random;
  }

  Stockroom stockroom() {
    return stockroom;
  }

  Crowd crowd() {
    return crowd;
  }

  Doors doors() {
    return doors;
  }

  /** From the lower to the upper number, both included. */
  int between(int lower, int upper) {
    return lower + random.nextInt(upper - lower + 1);
  }

  /** A guest with some pieces in his cart. */
  Buyer guest(String sku, int pieces) {
    return stockroom.guests(1, sku, pieces).get(0);
  }

  /** A wish that no other order of this run has the address of. */
  Wish wish() {
    return Wish.by(stockroom.email());
  }

  /** A call that is asked again when all is over, at every node. */
  OrderCall call(Buyer buyer, Wish wish) {
    return new OrderCall(buyer, wish, ledger, true);
  }

  /** A call whose buyer will have another cart when all is over. */
  OrderCall callOfOnePlace(Buyer buyer, Wish wish) {
    return new OrderCall(buyer, wish, ledger, false);
  }

  /** Each of these calls at once, until it is answered. */
  List<Outcome> placeAll(List<OrderCall> calls) {
    return crowd.all(calls.size(), i -> calls.get(i).place(doors));
  }

  /** Notes what is not as it should be. */
  void expect(boolean isSo, String otherwise) {
    if (!isSo) {
      ledger.find(scenario, otherwise);
    }
  }
}
