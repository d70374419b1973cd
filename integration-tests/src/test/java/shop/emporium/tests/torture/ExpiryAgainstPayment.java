package shop.emporium.tests.torture;

import java.util.List;

/**
 * The time of a reservation is over at the very moment at which its buyer pays and another one
 * wants the same piece.
 */
final class ExpiryAgainstPayment implements Scenario {

  private static final String END_TIME =
      """
      UPDATE reservation r SET expires_at = now()
        FROM reservation_line l JOIN product_variant v ON v.id = l.variant_id
       WHERE l.checkout_id = r.checkout_id AND v.sku = ?
      """;

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(1, 1999);
    List<Buyer> buyers = round.stockroom().guests(2, sku, 1);
    // A declined card leaves the piece held for another try.
    Outcome declined =
        round.call(buyers.get(0), round.wish().paidWith("tok_declined")).place(round.doors());
    round.expect(declined.status() == 402, "A declined card was told " + declined);
    Outcome early = round.call(buyers.get(1), round.wish()).place(round.doors());
    round.expect(early.is("out-of-stock"), "What is held was told " + early);
    OrderCall holder = round.call(buyers.get(0), round.wish());
    OrderCall other = round.call(buyers.get(1), round.wish());
    round
        .crowd()
        .together(
            () -> Base.run(END_TIME, sku),
            () -> holder.place(round.doors()),
            () -> other.place(round.doors()));
    List<Outcome> outcomes = List.of(holder.last(), other.last());
    long orders = outcomes.stream().filter(Outcome::isOrder).count();
    // Whoever comes before the expiry but after the other one's refusal may find the piece held.
    round.expect(orders <= 1, "One piece, ordered twice: " + outcomes);
    round.expect(
        outcomes.stream().allMatch(one -> one.isOrder() || one.is("out-of-stock")),
        "Somebody was told otherwise: " + outcomes);
  }
}
