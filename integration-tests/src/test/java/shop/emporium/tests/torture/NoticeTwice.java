package shop.emporium.tests.torture;

import java.util.List;

/** Each notice of a late payment comes many times, at every node, while the buyer asks as well. */
final class NoticeTwice implements Scenario {

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(3, 1999);
    Wish wish = round.wish().paidWith(round.random().nextBoolean() ? "tok_late" : "tok_twice");
    OrderCall call = round.call(round.guest(sku, 1), wish);
    call.place(round.doors());
    // The provider need not take its time, and tells what it has to tell three times more.
    Base.run(
        "UPDATE demo_payment SET decide_at = now() WHERE status = 'PENDING' AND label IN (SELECT"
            + " 'EM-' || number FROM shop_order WHERE email = ?)",
        wish.email());
    Notice notice = Notice.ofOrderBy(wish.email());
    Runnable tell =
        () -> {
          List<Integer> statuses = Doors.all(Notice.PATH).stream().map(notice::send).toList();
          round.expect(
              statuses.stream().allMatch(status -> status == 204 || status == Notice.NOT_ANSWERED),
              "A notice was answered " + statuses);
        };
    round.crowd().together(tell, tell, () -> call.place(round.doors()));
    Base.run(
        "UPDATE demo_notice SET copies = 3, next_attempt_at = now() WHERE payment_id IN (SELECT id"
            + " FROM demo_payment WHERE label IN (SELECT 'EM-' || number FROM shop_order WHERE"
            + " email = ?))",
        wish.email());
    long paid =
        Base.number(
            "SELECT count(*) FROM order_event e JOIN shop_order o ON o.number = e.order_number"
                + " WHERE o.email = ? AND e.to_status = 'PAID'",
            wish.email());
    round.expect(paid == 1, "Paid " + paid + " times");
  }
}
