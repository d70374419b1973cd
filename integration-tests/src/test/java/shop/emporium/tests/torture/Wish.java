package shop.emporium.tests.torture;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * What a buyer sends to order.
 *
 * @param token of the demo provider
 * @param coupon null without one
 * @param expected what the buyer thinks that it costs; null where he does not mind
 */
record Wish(String email, String token, String coupon, List<String> giftCards, String expected) {

  static Wish by(String email) {
    return new Wish(email, "tok_approved", null, List.of(), null);
  }

  Wish paidWith(String otherToken) {
    return new Wish(email, otherToken, coupon, giftCards, expected);
  }

  Wish withCoupon(String code) {
    return new Wish(email, token, code, giftCards, expected);
  }

  Wish withGiftCard(String code) {
    return new Wish(email, token, coupon, List.of(code), expected);
  }

  Wish expecting(String total) {
    return new Wish(email, token, coupon, giftCards, total);
  }

  String json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("email", email)
            .add(
                "shippingAddress",
                Json.createObjectBuilder()
                    .add("name", "Tess Torture")
                    .add("line1", "Invalidenstr. 117")
                    .add("city", "Berlin")
                    .add("postalCode", "10115")
                    .add("country", "DE"))
            .add("shippingMethod", "standard")
            .add("payment", Json.createObjectBuilder().add("method", "demo").add("token", token));
    if (coupon != null) {
      json.add("coupon", coupon);
    }
    if (!giftCards.isEmpty()) {
      JsonArrayBuilder cards = Json.createArrayBuilder();
      giftCards.forEach(cards::add);
      json.add("giftCards", cards);
    }
    if (expected != null) {
      json.add("expectedTotal", expected);
    }
    return json.build().toString();
  }
}
