package shop.emporium.tests.torture;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** One call comes many times at once, at every node: all are told the same. */
final class DoubleSubmit implements Scenario {

  private static final List<String> CARDS =
      List.of("tok_approved", "tok_declined", "tok_late", "tok_timeout", "tok_insufficient");

  private static final int TIMES = 3;

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(3, 1999);
    String card = CARDS.get(round.random().nextInt(CARDS.size()));
    Wish wish = round.wish().paidWith(card);
    OrderCall call = round.call(round.guest(sku, 1), wish);
    List<URI> doors =
        IntStream.range(0, TIMES)
            .mapToObj(time -> Doors.all(OrderCall.PATH))
            .flatMap(List::stream)
            .toList();
    List<Outcome> outcomes =
        round.crowd().all(doors.size(), i -> call.placeAt(doors.get(i), round.doors()));
    round.expect(
        outcomes.stream().map(Outcome::about).distinct().count() == 1,
        "Different answers with " + card + ": " + outcomes);
    Outcome other = call.placeOther(wish.withCoupon("ANOTHER-BODY"), round.doors());
    round.expect(other.is("idempotency-key-reused"), "Another body with the key was told " + other);
    long orders = Base.number("SELECT count(*) FROM shop_order WHERE email = ?", wish.email());
    round.expect(orders == 1, orders + " orders of one key");
  }
}
