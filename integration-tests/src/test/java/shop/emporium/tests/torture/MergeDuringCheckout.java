package shop.emporium.tests.torture;

/**
 * A guest orders in one tab and signs in in the other, to an account that has a cart as well: what
 * was in the two carts is ordered or still there, and nothing of it twice.
 */
final class MergeDuringCheckout implements Scenario {

  private static final String THERE =
      """
      SELECT (SELECT coalesce(sum(l.quantity), 0) FROM cart_line l JOIN product_variant v ON v.id = l.variant_id WHERE v.sku = ?)
             + (SELECT coalesce(sum(l.quantity), 0) FROM order_line l JOIN shop_order o ON o.number = l.order_number
                 WHERE l.sku = ? AND o.status <> 'CANCELLED')
      """;

  @Override
  public void play(Round round) {
    String sku = round.stockroom().goods(10, 1999);
    String email = round.stockroom().account();
    Account.signIn(email, new Buyer(), round.doors()).put(sku);
    Buyer guest = round.guest(sku, 1);
    // Its key counts within the cart that it had when it was sent first: nobody asks again later.
    OrderCall call = round.callOfOnePlace(guest, round.wish());
    round
        .crowd()
        .together(
            () -> call.place(round.doors()), () -> Account.signIn(email, guest, round.doors()));
    long pieces = Base.number(THERE, sku, sku);
    round.expect(pieces == 2, "%d pieces of 2 with %s".formatted(pieces, call.last()));
  }
}
