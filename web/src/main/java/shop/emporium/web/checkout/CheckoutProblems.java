package shop.emporium.web.checkout;

import static shop.emporium.ejb.shared.JsonCodec.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import shop.emporium.domain.checkout.CouponFault;
import shop.emporium.ejb.checkout.CouponAnswer;
import shop.emporium.ejb.checkout.Placing.Refused;
import shop.emporium.ejb.payment.GatewayAnswer;
import shop.emporium.web.shared.Format;
import shop.emporium.web.shared.PageText;
import shop.emporium.web.shared.Problem;

/** Why an order is not placed, as programs are told. */
final class CheckoutProblems {

  private CheckoutProblems() {}

  static Response of(Refused refused) {
    return switch (refused.reason()) {
      case EMPTY ->
          Problem.of(409, "cart-empty", "Nothing to order", "Put something into the cart first.")
              .toResponse();
      case ADDRESS -> address(refused);
      case NOT_SENT ->
          invalid(
              "not-sent",
              "The goods cannot be sent this way",
              "shippingMethod",
              "must be one of GET /shipping-methods for the country");
      case COUPON ->
          invalid(
              "coupon",
              "The coupon cannot be used",
              "coupon",
              words("fault." + CouponWords.key(refused.coupon())));
      case GIFT_CARD ->
          invalid(
              "gift-card", "A gift card cannot be used", "giftCards", words("fault.code-spent"));
      case OUT_OF_STOCK -> outOfStock(refused);
      case PRICE -> price(refused);
      case STALE, UNDER_WAY ->
          Problem.of(
                  409,
                  "under-way",
                  "What is in the cart is being paid for already",
                  "Repeat the call that placed the order, with its key, or wait until its payment has come to an end.")
              .toResponse();
      case KEY_REUSED ->
          Problem.of(
                  422,
                  "idempotency-key-reused",
                  "The key came with another body before",
                  "Send the same body again, or take a new key for another order.")
              .toResponse();
    };
  }

  /** A code that cannot be kept for the cart. */
  static Response of(CouponAnswer answer) {
    return switch (answer.kind()) {
      case NOT_NOW ->
          Problem.of(
                  409,
                  "not-now",
                  "There is nothing for which a code could count",
                  "Put something into the cart first, or wait until its order is paid.")
              .toResponse();
      case REFUSED ->
          invalid(
              answer.fault() == CouponFault.UNKNOWN ? "unknown-code" : "coupon",
              "The code cannot be used",
              "code",
              words("fault." + CouponWords.key(answer)));
      default ->
          invalid(
              "gift-card",
              "The code cannot be used",
              "code",
              words("fault." + CouponWords.key(answer)));
    };
  }

  static Response declined(String reason) {
    String key =
        switch (reason) {
          case "insufficient" -> "checkout.declined.insufficient";
          case GatewayAnswer.EXPIRED -> "checkout.declined.expired";
          default -> "checkout.declined.declined";
        };
    return Problem.of(402, "payment-declined", "The payment was declined", words(key)).toResponse();
  }

  static Response giftCard() {
    return invalid(
        "gift-card",
        "This is the code of a gift card",
        "code",
        "must be that of a coupon; send codes of gift cards as giftCards of POST /checkout");
  }

  static Response notTaken() {
    return invalid(
        "payment-method",
        "The shop does not take money in this way",
        "payment.method",
        "is not taken here; transfer always is");
  }

  static Response tooLarge(int most) {
    return Problem.of(
            413, "too-large", "The request is too large", "Send at most " + most + " bytes.")
        .toResponse();
  }

  private static Response address(Refused refused) {
    return new Problem(
            422,
            "address",
            "A parcel would not find this address",
            "See the violations for each part and how to mend it.",
            refused.faults().stream()
                .map(
                    fault ->
                        new Problem.Violation(
                            "shippingAddress." + fault.part(),
                            switch (fault.kind()) {
                              case NOT_SERVED -> "The shop does not send to this country";
                              case MISSING -> "is missing";
                              case FORM -> "must be written as in " + fault.example();
                            }))
                .toList())
        .toResponse();
  }

  private static Response invalid(String type, String title, String field, String message) {
    return new Problem(422, type, title, message, List.of(new Problem.Violation(field, message)))
        .toResponse();
  }

  private static Response outOfStock(Refused refused) {
    Problem problem =
        new Problem(
            409,
            "out-of-stock",
            "Fewer are left than are wanted",
            refused.shortages().stream()
                .map(
                    one ->
                        "%s: %d wanted, %d left"
                            .formatted(one.sku(), one.wanted(), one.available()))
                .collect(Collectors.joining("; ", "", ".")),
            refused.shortages().stream()
                .map(one -> new Problem.Violation("sku", one.sku()))
                .toList());
    JsonArrayBuilder shortages = JSON.createArrayBuilder();
    refused
        .shortages()
        .forEach(
            one ->
                shortages.add(
                    JSON.createObjectBuilder()
                        .add("sku", one.sku())
                        .add("wanted", one.wanted())
                        .add("available", one.available())));
    return with(problem, "shortages", JSON.createObjectBuilder().add("shortages", shortages));
  }

  private static Response price(Refused refused) {
    Problem problem =
        Problem.of(
            409,
            "price-changed",
            "It costs something else than was expected",
            "Show the new total, and send it as expectedTotal with a new key.");
    return with(
        problem,
        "total",
        JSON.createObjectBuilder()
            .add(
                "total",
                JSON.createObjectBuilder()
                    .add("amount", refused.total().getAmount().toPlainString())
                    .add("currency", refused.total().getCurrencyUnit().getCode())));
  }

  /** A problem with a member of its own, as RFC 9457 allows. */
  private static Response with(Problem problem, String name, JsonObjectBuilder member) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(
            JSON.createObjectBuilder(problem.toJson())
                .add(name, member.build().get(name))
                .build()
                .toString())
        .build();
  }

  private static String words(String key) {
    return Format.fill1(PageText.of(key, Locale.ENGLISH), Locale.ENGLISH, null);
  }
}
