package shop.emporium.web.checkout;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import shop.emporium.domain.checkout.GiftCard;
import shop.emporium.domain.checkout.GiftCardCode;
import shop.emporium.domain.customer.EmailAddress;
import shop.emporium.domain.customer.PostalAddress;
import shop.emporium.ejb.checkout.PaymentMethod;
import shop.emporium.ejb.shared.JsonCodec;
import shop.emporium.web.shared.JsonFields;
import shop.emporium.web.shared.Problem;
import shop.emporium.web.shared.ProblemException;

/**
 * A call that wants to order, read with suspicion: each field that is wrong is named, and a field
 * that nobody knows is refused, since a typing error in a coupon should not cost its caller money.
 *
 * @param billing null when it is where the parcel goes
 * @param provider the one that the caller means; empty where any will do
 * @param token of the provider for a card; empty where its buyer pays on the provider's page
 * @param coupon empty where the one that was kept for the cart is meant; "" for none
 * @param expected what the caller thinks it costs; empty where it does not mind
 */
record CheckoutCall(
    EmailAddress email,
    PostalAddress shipping,
    PostalAddress billing,
    String shippingMethod,
    PaymentMethod method,
    Optional<String> provider,
    Optional<String> token,
    Optional<String> coupon,
    List<GiftCardCode> giftCards,
    Optional<Money> expected) {

  private static final List<String> FIELDS =
      List.of(
          "email",
          "shippingAddress",
          "billingAddress",
          "shippingMethod",
          "payment",
          "coupon",
          "giftCards",
          "expectedTotal");

  private static final Pattern METHOD_CODE = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");
  private static final int LONGEST_COUPON = 200;

  /**
   * Reads the body of a call.
   *
   * @throws ProblemException when it is no such body
   */
  static CheckoutCall of(byte[] body, CurrencyUnit currency) {
    JsonObject json = parse(body);
    JsonFields fields = JsonFields.of(json);
    json.keySet().stream()
        .filter(field -> !FIELDS.contains(field))
        .forEach(field -> fields.refuse(shown(field), "is not known here"));
    EmailAddress email = email(fields);
    PostalAddress shipping = new AddressReader(fields, "shippingAddress").read();
    PostalAddress billing =
        isThere(json, "billingAddress") ? new AddressReader(fields, "billingAddress").read() : null;
    String shippingMethod = fields.text("shippingMethod");
    if (!shippingMethod.isEmpty() && !METHOD_CODE.matcher(shippingMethod).matches()) {
      fields.refuse("shippingMethod", "must be a code of GET /shipping-methods");
    }
    JsonObject payment = fields.object("payment");
    PaymentMethod method = method(fields, payment);
    Optional<String> token = token(fields, payment);
    Optional<String> coupon = coupon(fields, json);
    List<GiftCardCode> cards = cards(fields, json);
    Optional<Money> expected = expected(fields, json, currency);
    fields.check();
    return new CheckoutCall(
        email,
        shipping,
        billing,
        shippingMethod,
        method,
        provider(payment),
        token,
        coupon,
        cards,
        expected);
  }

  private static JsonObject parse(byte[] body) {
    try {
      return JsonCodec.object(new String(body, StandardCharsets.UTF_8));
    } catch (JsonException | ClassCastException wrong) {
      throw new ProblemException(Problem.badRequest("The body has to be a JSON object."));
    }
  }

  /** What is not ours is told back in part only. */
  private static String shown(String field) {
    return field.length() > 40 ? field.substring(0, 40) : field;
  }

  private static boolean isThere(JsonObject json, String field) {
    return json.containsKey(field) && json.get(field) != JsonValue.NULL;
  }

  private static EmailAddress email(JsonFields fields) {
    String typed = fields.text("email");
    Optional<EmailAddress> email = EmailAddress.parse(typed);
    if (email.isEmpty() && fields.has("email")) {
      fields.refuse("email", "must be an e-mail address such as name@example.com");
    }
    return email.orElse(null);
  }

  private static PaymentMethod method(JsonFields fields, JsonObject payment) {
    String name = payment.get("method") instanceof JsonString text ? text.getString() : "";
    return switch (name) {
      case "card", "demo", "stripe" -> PaymentMethod.CARD;
      case "transfer" -> PaymentMethod.TRANSFER;
      default -> {
        if (!payment.isEmpty() || fields.has("payment")) {
          fields.refuse("payment.method", "must be card, demo, stripe or transfer");
        }
        yield null;
      }
    };
  }

  private static Optional<String> provider(JsonObject payment) {
    String name = payment.get("method") instanceof JsonString text ? text.getString() : "";
    return name.equals("demo") || name.equals("stripe") ? Optional.of(name) : Optional.empty();
  }

  private static Optional<String> token(JsonFields fields, JsonObject payment) {
    JsonValue token = payment.get("token");
    if (token == null || token == JsonValue.NULL) {
      return Optional.empty();
    }
    if (token instanceof JsonString text && TOKEN.matcher(text.getString()).matches()) {
      return Optional.of(text.getString());
    }
    // Somebody who sends the number of a card here is not told it back.
    fields.refuse("payment.token", "must be a token of the payment provider");
    return Optional.empty();
  }

  private static Optional<String> coupon(JsonFields fields, JsonObject json) {
    if (json.get("coupon") == JsonValue.NULL) {
      return Optional.of("");
    }
    Optional<String> coupon = fields.optionalText("coupon");
    if (coupon.filter(code -> code.length() > LONGEST_COUPON).isPresent()) {
      fields.refuse("coupon", "must have at most " + LONGEST_COUPON + " characters");
    }
    return coupon;
  }

  private static List<GiftCardCode> cards(JsonFields fields, JsonObject json) {
    if (!isThere(json, "giftCards")) {
      return List.of();
    }
    List<GiftCardCode> cards = new ArrayList<>();
    boolean isList =
        json.get("giftCards") instanceof JsonArray array && array.size() <= GiftCard.MOST;
    if (isList) {
      for (JsonValue value : json.getJsonArray("giftCards")) {
        Optional<GiftCardCode> code =
            value instanceof JsonString text
                ? GiftCardCode.parse(text.getString())
                : Optional.empty();
        isList &= code.isPresent();
        code.ifPresent(cards::add);
      }
    }
    if (!isList) {
      fields.refuse(
          "giftCards", "must be a list of up to " + GiftCard.MOST + " codes of gift cards");
    }
    return cards;
  }

  private static Optional<Money> expected(
      JsonFields fields, JsonObject json, CurrencyUnit currency) {
    if (!isThere(json, "expectedTotal")) {
      return Optional.empty();
    }
    JsonValue value = json.get("expectedTotal");
    String amount = value instanceof JsonString text ? text.getString() : "";
    if (!AMOUNT.matcher(amount).matches()
        || new BigDecimal(amount).stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
      fields.refuse("expectedTotal", "must be a decimal text such as \"12.34\"");
      return Optional.empty();
    }
    return Optional.of(Money.of(currency, new BigDecimal(amount)));
  }
}
