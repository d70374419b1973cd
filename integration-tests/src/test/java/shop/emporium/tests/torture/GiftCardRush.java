package shop.emporium.tests.torture;

import java.util.List;

/** Many spend one gift card at once: it gives what it has, and not a cent more. */
final class GiftCardRush implements Scenario {

  private static final int BUYERS = 24;
  private static final long WORTH = 10_000;

  @Override
  public void play(Round round) {
    String card = round.stockroom().giftCard(WORTH);
    String sku = round.stockroom().goods(BUYERS, 1999);
    List<OrderCall> calls =
        round.stockroom().guests(BUYERS, sku, 1).stream()
            .map(guest -> round.call(guest, round.wish().withGiftCard(card)))
            .toList();
    List<Outcome> outcomes = round.placeAll(calls);
    round.expect(
        outcomes.stream().allMatch(outcome -> outcome.isOrder() || outcome.is("gift-card")),
        "Somebody was told otherwise: " + outcomes);
    long spent =
        Base.number(
            "SELECT coalesce(sum(o.gift_card_minor), 0) FROM shop_order o JOIN order_line l ON"
                + " l.order_number = o.number WHERE l.sku = ? AND o.status <> 'CANCELLED'",
            sku);
    round.expect(spent == WORTH, "%d spent of a card of %d".formatted(spent, WORTH));
  }
}
