package shop.emporium.tests.torture;

import java.util.List;

/** Cards of every kind at once: paid, declined, late, silent, and told twice. */
final class AnyCard implements Scenario {

  private static final List<String> CARDS =
      List.of(
          "tok_approved",
          "tok_declined",
          "tok_insufficient",
          "tok_challenge",
          "tok_timeout",
          "tok_late",
          "tok_twice");

  private static final int BUYERS = 21;

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(BUYERS, 1999);
    List<OrderCall> calls =
        round.stockroom().guests(BUYERS, sku, 1).stream()
            .map(guest -> round.call(guest, round.wish().paidWith(card(round))))
            .toList();
    List<Outcome> outcomes = round.placeAll(calls);
    round.expect(
        outcomes.stream().allMatch(one -> one.isOrder() || one.is("payment-declined")),
        "Somebody was told otherwise: " + outcomes);
  }

  private static String card(Round round) {
    return CARDS.get(round.random().nextInt(CARDS.size()));
  }
}
