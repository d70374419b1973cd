package shop.emporium.web.live;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import shop.emporium.ejb.cart.CartLineView;
import shop.emporium.ejb.cart.CartView;
import shop.emporium.ejb.catalog.Offer;
import shop.emporium.ejb.order.OrderWatch;
import shop.emporium.web.shared.Format;

/** What browsers are told: each frame is a JSON object that says what something is now. */
final class LiveFrames {

  private LiveFrames() {}

  /** As whom the socket listens, so that a browser that is somebody else by now comes again. */
  static String hello(boolean isSignedIn, boolean hasCart) {
    return frame("hello").add("signedIn", isSignedIn).add("cart", hasCart).build().toString();
  }

  /** What is saved for later is told beside, since pages show it; it does not count. */
  static String cart(CartView cart) {
    return frame("cart")
        .add("count", cart.count())
        .add("lines", lines(cart.lines()))
        .add("saved", lines(cart.saved()))
        .build()
        .toString();
  }

  private static JsonArrayBuilder lines(List<CartLineView> views) {
    JsonArrayBuilder lines = JSON.createArrayBuilder();
    for (CartLineView line : views) {
      lines.add(JSON.createObjectBuilder().add("sku", line.sku()).add("quantity", line.quantity()));
    }
    return lines;
  }

  /**
   * How many wishes there are, over all lists.
   *
   * @param at when that was read, in milliseconds: as many wishes may be others
   */
  static String wishlist(int count, long at) {
    return frame("wishlist").add("count", count).add("at", at).build().toString();
  }

  /** How an order of the customer's own stands. */
  static String order(OrderWatch.Standing order) {
    return frame("order")
        .add("number", order.number().text())
        .add("status", order.status().name().toLowerCase(Locale.ROOT))
        .build()
        .toString();
  }

  static String stock(Offer offer) {
    return frame("stock")
        .add("sku", offer.sku())
        .add("available", offer.available())
        .add("level", offer.stock().name())
        .build()
        .toString();
  }

  /** An article that is not there at all can as little be bought as one that is sold out. */
  static String gone(String sku) {
    return frame("stock")
        .add("sku", sku)
        .add("available", 0)
        .add("level", "SOLD_OUT")
        .build()
        .toString();
  }

  /** Exact for programs, and as a page in this language shows it. */
  static String price(Offer offer, Locale language) {
    JsonObjectBuilder frame =
        frame("price")
            .add("sku", offer.sku())
            .add("price", money(offer.price()))
            .add("text", Format.money(offer.price(), language))
            .add("formerText", Format.money(offer.formerPrice(), language))
            .add("discount", offer.discountPercent());
    if (offer.formerPrice() != null) {
      frame.add("former", money(offer.formerPrice()));
    }
    return frame.build().toString();
  }

  private static JsonObjectBuilder money(Money money) {
    return JSON.createObjectBuilder()
        .add("amount", money.getAmount().toPlainString())
        .add("currency", money.getCurrencyUnit().getCode());
  }

  private static JsonObjectBuilder frame(String type) {
    return JSON.createObjectBuilder().add("type", type);
  }
}
