package shop.emporium.tests.torture;

import java.util.List;

/**
 * A notice of the provider comes at every node while the buyer's own call is still being answered.
 */
final class NoticeAgainstBrowser implements Scenario {

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(3, 1999);
    Wish wish = round.wish();
    OrderCall call = round.call(round.guest(sku, 1), wish);
    round.crowd().together(() -> call.place(round.doors()), () -> tell(round, wish.email()));
    long paid =
        Base.number(
            "SELECT count(*) FROM order_event e JOIN shop_order o ON o.number = e.order_number"
                + " WHERE o.email = ? AND e.to_status = 'PAID'",
            wish.email());
    round.expect(paid == 1, "Paid " + paid + " times");
    round.expect(call.last().isPaid(), "The buyer was told " + call.last());
  }

  private static void tell(Round round, String email) {
    Notice notice = Notice.ofOrderBy(email);
    List<Integer> statuses = Doors.all(Notice.PATH).stream().map(notice::send).toList();
    round.expect(
        statuses.stream().allMatch(status -> status == 204 || status == Notice.NOT_ANSWERED),
        "A notice was answered " + statuses);
  }
}
