package shop.emporium.tests.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A buyer confirms on the provider's page and is back in the shop at the same moment, in two tabs,
 * while the provider's notice is on its way.
 */
final class ChallengeAgainstReturn implements Scenario {

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(3, 1999);
    Buyer buyer = round.guest(sku, 1);
    OrderCall call = round.call(buyer, round.wish().paidWith("tok_challenge"));
    Outcome placed = call.place(round.doors());
    round.expect(placed.isOpen() && placed.url() != null, "The buyer was told " + placed);
    if (placed.url() == null) {
      return;
    }
    String page = URI.create(placed.url()).getPath();
    Runnable back =
        () -> buyer.insist(round.doors(), "GET", "/checkout/return?order=" + placed.about(), null);
    round.crowd().together(() -> confirm(round, page), back, back, () -> call.place(round.doors()));
    Outcome paid = call.place(round.doors());
    round.expect(paid.isPaid(), "After his confirmation the buyer was told " + paid);
    long times =
        Base.number(
            "SELECT count(*) FROM order_event e JOIN shop_order o ON o.number = e.order_number"
                + " WHERE o.email = ? AND e.to_status = 'PAID'",
            call.email());
    round.expect(times == 1, "Paid " + times + " times");
  }

  private static void confirm(Round round, String page) {
    Buyer browser = new Buyer();
    HttpResponse<String> answer =
        Patience.untilItWorks(
            () -> {
              HttpResponse<String> sent =
                  browser.send(
                      browser
                          .request(round.doors().any(page))
                          .header("Content-Type", "application/x-www-form-urlencoded")
                          .POST(
                              HttpRequest.BodyPublishers.ofString("form=demo-confirm&answer=yes")));
              if (sent.statusCode() >= 500) {
                throw new IOException(page + " answered " + sent.statusCode());
              }
              return sent;
            });
    round.expect(answer.statusCode() < 400, "The provider's page answered " + answer.statusCode());
  }
}
