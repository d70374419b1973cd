package shop.emporium.tests.torture;

import java.util.List;

/** Many buyers want the last pieces: as many get one as there are, and all others are told. */
final class LastUnitRace implements Scenario {

  private final int buyers;

  LastUnitRace(int buyers) {
    this.buyers = buyers;
  }

  @Override
  public void play(Round round) {
    int pieces = round.between(1, 5);
    String sku = round.stockroom().goods(pieces, 1999);
    List<OrderCall> calls =
        round.stockroom().guests(buyers, sku, 1).stream()
            .map(guest -> round.call(guest, round.wish()))
            .toList();
    List<Outcome> outcomes = round.placeAll(calls);
    long orders = outcomes.stream().filter(Outcome::isOrder).count();
    round.expect(orders == pieces, "%d orders of %d pieces of %s".formatted(orders, pieces, sku));
    outcomes.stream()
        .filter(outcome -> !outcome.isOrder() && !outcome.is("out-of-stock"))
        .distinct()
        .forEach(outcome -> round.expect(false, "A loser was told " + outcome));
    long sold = Base.number("SELECT sold FROM product_variant WHERE sku = ?", sku);
    round.expect(sold == pieces, "%d sold of %d pieces of %s".formatted(sold, pieces, sku));
  }
}
